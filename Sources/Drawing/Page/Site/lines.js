// Draws an edge: forward a line with an arrow, and beside it the way back with a number, seen when the gradient returns.
"use strict";

function paintEdge(edge, parent) {
  if (edge.isTight) return;
  const around = isAround(edge);
  const line = element("g", { class: `line ${around ? "around" : "path"}${around && isDashed(edge) ? " dashed" : ""}` }, parent);
  stroke(line, edge.points, around ? 8.5 : 7, ends(edge));
  if (edge.way !== "straight" && edge.from.outputs.some((other) => other.way === "straight")) {
    element("circle", { cx: edge.from.x, cy: edge.from.fork, r: 2.6, class: "dot" }, line);
  }
  edge.line = line;
  if (edge.gradient === undefined) return;
  edge.back = element("g", { class: "back" }, parent);
  stroke(edge.back, wayBack(edge), 7.5, true);
  const [x, y, anchor] = numberPlace(edge);
  element("text", { x, y, "text-anchor": anchor }, edge.back, sizeText(edge.gradient));
}

const onShortcut = new Set(net.shortcuts);

/** Whether an edge is a shortcut, or a part of one that has operations of its own. */
function isAround(edge) {
  if (edge.way === "lane") return true;
  const item = edge.way === "exit" || edge.to.column.isMain ? edge.from : edge.to;
  return !item.column.isMain && item.column.items.every((one) => one.operations.every((id) => onShortcut.has(id)));
}

const isDashed = (edge) => edge.way !== "lane";

/** A line that joins another one, where both enter the same box, has no head of its own. */
const ends = (edge) => edge.to.inputs.filter((other) => other.lane).indexOf(edge) <= 0;

function numberPlace(edge) {
  const { from, to, points } = edge;
  if (edge.way === "straight") {
    const y = ((from.fork ?? from.bottom) + to.top) / 2 + 4.5;
    return from.column.isMain ? [from.x - 22, y, "end"] : [from.x + 18, y, "start"];
  }
  if (edge.way === "entry") return [to.x + 16, to.top - 5, "start"];
  if (edge.way === "exit") return [from.x + 16, from.bottom + 15, "start"];
  const first = to.inputs.find((other) => other.lane);
  if (first === edge && !edge.entersTop) {
    return edge.lane.x > to.x ? [to.x + to.right + 12, to.y + 21, "start"] : [to.x - to.left - 12, to.y + 21, "end"];
  }
  const [, top] = points.at(-4) ?? points[0], [, bottom] = points.at(-2);
  return [edge.lane.x + 14, (top + bottom) / 2 + 4.5, "start"];
}

/** A line with round corners through points, and an arrow at its end. */
function stroke(parent, points, head, hasHead) {
  const clean = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
  const tip = clean.at(-1), before = clean.at(-2);
  const toward = ([x, y], [x2, y2], by) => {
    const all = Math.hypot(x2 - x, y2 - y) || 1;
    return [x + (x2 - x) * by / all, y + (y2 - y) * by / all];
  };
  const end = hasHead ? toward(tip, before, head) : tip;
  const route = [...clean.slice(0, -1), end];
  let d = `M${route[0]}`;
  for (let i = 1; i < route.length - 1; i++) {
    const room = (j) => Math.hypot(route[j][0] - route[i][0], route[j][1] - route[i][1]);
    const r = Math.min(10, room(i - 1) / (i === 1 ? 1 : 2), room(i + 1) / (i === route.length - 2 ? 1 : 2));
    d += `L${toward(route[i], route[i - 1], r)}Q${route[i]} ${toward(route[i], route[i + 1], r)}`;
  }
  element("path", { d: `${d}L${end}` }, parent);
  if (!hasHead) return;
  const [dx, dy] = [(tip[0] - end[0]) * 0.35, (tip[1] - end[1]) * 0.35];
  element("path", { class: "head", d: `M${tip}L${end[0] - dy},${end[1] + dx}L${end[0] + dy},${end[1] - dx}Z` }, parent);
}
