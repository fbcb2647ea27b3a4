// How high the rows and the room between them are, and the way of each edge: orthogonal, through that room.
"use strict";

/** Places everything; returns items with `x`, `y`, `top`, `bottom`, edges with `points`, and the size of it all. */
function layout() {
  const { items, edges } = seen();
  const { axis, columns } = columnsOf(items);
  const found = lanes(edges);
  pack(axis, [...columns, ...found]);
  const depth = Math.max(0, ...items.filter((item) => item.isBar).map((item) => item.bars.length + 1));
  const shift = sizes.card.left + 6 + 5 * depth;
  for (const part of [axis, ...columns, ...found]) part.x += shift;
  for (const item of items) {
    item.x = item.column.x;
    item.depth = depth;
  }
  const height = stack(items, edges);
  for (const edge of edges) edge.points = way(edge, items);
  const width = Math.max(
    shift + 262, ...columns.map((column) => column.x + column.right + 8), ...found.map((lane) => lane.x + lane.right + 20));
  return { items, edges, width, height };
}

/** Rows from the top down; returns the height of all. */
function stack(items, edges) {
  const rows = [];
  for (const item of items) (rows[item.row] ??= { height: 0, forks: [], needs: 3 }).height = Math.max(
    rows[item.row]?.height ?? 0, item.height);
  for (const edge of edges) {
    const { from, to, way } = edge;
    const above = rows[to.row - 1];
    if (way === "straight") {
      edge.isTight = isTight(edge);
      if (!edge.isTight) above.needs = Math.max(above.needs, sizes.gap);
      if (to.row > from.row + 1) rows[from.row].needs = Math.max(rows[from.row].needs, sizes.tight + 5);
    } else {
      if (way === "entry") above.needs = Math.max(above.needs, sizes.gap);
      if (way !== "exit" && !rows[from.row].forks.includes(from)) rows[from.row].forks.push(from);
      edge.entersTop = way === "entry" || isBlocked(edge, items);
      if (edge.entersTop && way !== "entry" && !above.forks.includes(edge)) above.forks.push(edge);
    }
  }
  let y = 4;
  for (const row of rows) {
    row.middle = y + row.height / 2;
    row.forks.forEach((key, i) => key.fork = y + row.height + sizes.fork + sizes.slot * i);
    const forks = row.forks.length ? sizes.fork + sizes.slot * (row.forks.length - 1) + 19 : 0;
    y += row.height + Math.max(forks, row.needs);
  }
  for (const item of items) {
    item.y = rows[item.row].middle;
    item.top = item.y - item.height / 2;
    item.bottom = item.y + item.height / 2;
  }
  return y - rows.at(-1).needs + 6;
}

/** A norm or an activation directly behind the operation whose result it alone takes. */
function isTight({ from, to }) {
  return Boolean(from.op && to.op) && to.row === from.row + 1 && from.outputs.length === 1 && to.inputs.length === 1
    && ["norm", "activation"].includes(to.op.kind) && ["weights", "norm"].includes(from.op.kind)
    && from.bars.at(-1) === to.bars.at(-1);
}

/** Whether something stands in the row of an edge's end, between it and where the edge comes from. */
function isBlocked({ from, to, lane }, items) {
  const x = lane?.x ?? from.x;
  return items.some((item) => item !== to && item !== from && item.row === to.row
    && (item.x - to.x) * (item.x - x) < 0);
}

/** The points of an edge, from its beginning to its end. */
function way(edge) {
  const { from, to } = edge;
  if (edge.way === "straight") return [[from.x, from.bottom], [to.x, to.top]];
  const start = from.outputs.some((other) => other.way === "straight") ? [] : [[from.x, from.bottom]];
  if (edge.way === "entry") return [...start, [from.x, from.fork], [to.x, from.fork], [to.x, to.top]];
  const x = edge.lane?.x ?? from.x;
  const out = edge.way === "exit" ? [[x, from.bottom]] : [...start, [from.x, from.fork], [x, from.fork]];
  if (edge.entersTop) return [...out, [x, edge.fork], [to.x + 9, edge.fork], [to.x + 9, to.top]];
  return [...out, [x, to.y], [to.x + (x > to.x ? to.right : -to.left), to.y]];
}

/** The way back beside an edge, from its end to its beginning. */
function wayBack(edge) {
  if (edge.way === "straight") {
    const x = edge.from.x + (edge.from.column.isMain ? -13 : 9);
    const [[, top], [, bottom]] = edge.points;
    return [[x, bottom - 1], [x, (edge.from.fork ?? top) + 2]];
  }
  const points = edge.points;
  const normals = points.slice(1).map(([x, y], i) => [Math.sign(y - points[i][1]), -Math.sign(x - points[i][0])]);
  const moved = points.map(([x, y], i) => {
    const sides = [normals[i - 1], normals[i]].filter(Boolean);
    const corner = sides.length === 2 && sides[0].join() === sides[1].join() ? [sides[0]] : sides;
    return [x + 8 * corner.reduce((a, n) => a + n[0], 0), y + 8 * corner.reduce((a, n) => a + n[1], 0)];
  });
  const trim = (i, j) => {
    const [a, b] = [moved[i], moved[j]];
    moved[i] = [a[0] + 2 * Math.sign(b[0] - a[0]), a[1] + 2 * Math.sign(b[1] - a[1])];
  };
  trim(0, 1);
  trim(moved.length - 1, moved.length - 2);
  return moved.reverse();
}
