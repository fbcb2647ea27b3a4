// Draws items, edges, brackets; what stays is moved, so that one sees what opens.
"use strict";

const picture = document.getElementById("net");
const shapes = new Map();
let shown = { items: [], edges: [] };

function element(name, attributes, parent, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent?.append(made);
  return made;
}

/** Draws the net anew, after something was opened or closed. */
function paint() {
  shown = layout();
  picture.setAttribute("viewBox", `0 0 ${shown.width.toFixed(1)} ${shown.height.toFixed(1)}`);
  // On a phone a wide net is scrolled rather than made illegible.
  picture.style.minWidth = `${Math.round(shown.width * 0.72)}px`;
  picture.style.maxWidth = `${Math.round(shown.width * 1.05)}px`;
  makeRoom();
  const lines = document.getElementById("lines");
  lines.replaceChildren();
  for (const item of shown.items) if (item.isBar) paintBracket(item, lines);
  for (const edge of shown.edges) paintEdge(edge, lines);
  const layer = document.getElementById("items");
  const kept = new Set(shown.items.map((item) => item.id));
  for (const [id, shape] of shapes) if (!kept.has(id)) { shape.remove(); shapes.delete(id); }
  let last = null;
  for (const item of shown.items) {
    const key = item.id, old = shapes.get(key);
    // A box beside the main path has another size than one on it.
    const size = `${item.left} ${item.right} ${item.height}`;
    const shape = old?.dataset.size === size ? old : paintItem(item);
    if (old && old !== shape) old.remove();
    shape.dataset.size = size;
    shapes.set(key, shape);
    shape.style.transform = `translate(${item.x}px, ${item.top}px)`;
    const next = last ? last.nextSibling : layer.firstChild;
    if (next !== shape) layer.insertBefore(shape, next);
    last = shape;
    item.shape = shape;
  }
}

/** Where there is no room for the facts beside the net, they are at the foot of the window. */
function makeRoom() {
  const isNarrow = innerWidth < Math.max(720, 0.9 * shown.width + 370);
  document.body.classList.toggle("narrow", isNarrow);
  document.body.style.setProperty("--width", `${Math.round(shown.width * 1.05) + (isNarrow ? 32 : 380)}px`);
  document.querySelector(isNarrow ? "nav > div" : "main").append(document.querySelector("aside"));
}
addEventListener("resize", makeRoom);

function paintItem(item) {
  const { op, group, left, right, height } = item;
  const isOpenable = Boolean(group);
  const shape = element("g", {
    id: item.id, class: `item ${isOpenable ? "group" : `op ${op.refusal ? "refused" : op.kind}`}`, tabindex: 0,
    role: isOpenable ? "button" : "img", "aria-label": label(item),
  });
  if (isOpenable) shape.setAttribute("aria-expanded", Boolean(item.isBar));
  if (item.isSum) {
    element("circle", { cx: 0, cy: 11, r: 11 }, shape);
    if (op.title === "+") element("path", { d: "M-6,11H6M0,5V17", class: "sign" }, shape);
    else element("text", { x: 0, y: 16, class: "middle" }, shape, op.title);
    return shape;
  }
  element("rect", { x: -left, y: 0, width: left + right, height, rx: Math.min(12, height / 3) }, shape);
  if (op?.refusal) {
    element("text", { x: 0, y: 22, class: "middle title" }, shape, op.title);
    op.refusal.forEach((line, i) => element("text", { x: 14 - left, y: 42 + 17 * i, class: "small" }, shape, line));
    return shape;
  }
  if (!isOpenable) {
    fit(element("text", { x: 0, y: height / 2 + 5, class: "middle" }, shape, titleOf(op)), left + right - 12, 14);
    if (op.letter) {
      element("rect", { x: right - 20, y: -8, width: 22, height: 17, rx: 5, class: "letter" }, shape);
      element("text", { x: right - 9, y: 5, class: "letter" }, shape, op.letter);
    }
    return shape;
  }
  const isWide = left > 100;
  element("text", { x: 18 - left, y: height / 2 + 5, class: "small" }, shape, item.isBar ? "▾" : "▸");
  const size = shapeText(ops[group.operations.at(-1)].shape);
  const room = isWide ? right - 24 - textWidth(size, 14) + left - 38 : left + right - 46;
  const y = item.isBar ? height / 2 + 5 : 20;
  const title = element("text", { x: 38 - left, y, class: "title" }, shape, group.title);
  fit(title, room, 15);
  if (!item.isBar) {
    fit(element("text", { x: 38 - left, y: 37, class: "small" }, shape, isWide ? group.note : size), room, 13);
  } else if (isWide) {
    const x = 38 - left + textWidth(group.title, 15, "bold") + 12;
    fit(element("text", { x, y, class: "small" }, shape, group.note), left + room - 38 - x + 38 - left + 38, 13);
  }
  if (isWide) element("text", { x: right - 16, y: height / 2 + 5, class: "end" }, shape, size);
  return shape;
}

/** Makes type smaller where a text would be wider than its room. */
function fit(text, room, size) {
  const wide = textWidth(text.textContent, size, text.classList.contains("title") ? "bold" : "");
  if (wide > room) text.style.fontSize = `${Math.max(8, size * room / wide)}px`;
}

function paintBracket(bar, parent) {
  const bottom = Math.max(...bar.members.map((item) => item.bottom)) + 2;
  const x = bar.x - bar.left - (bar.column.isMain ? 5 * (bar.depth - bar.bars.length) : 6);
  const y = bar.y, right = bar.x - bar.left;
  element("path", {
    class: "bracket",
    d: `M${right},${y}H${x + 4}Q${x},${y} ${x},${y + 4}V${bottom - 4}Q${x},${bottom} ${x + 4},${bottom}H${right + 4}`,
  }, parent);
}
