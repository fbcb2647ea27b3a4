// Where the items stand: common rows, the longest path in one column, and beside it, as close as they fit, the others.
"use strict";

const sizes = {
  op: { left: 100, right: 100, height: 28 }, sum: { left: 11, right: 11, height: 22 },
  card: { left: 180, right: 256, height: 46 }, bar: { left: 180, right: 256, height: 32 },
  sideOp: { left: 62, right: 62, height: 28 }, sideCard: { left: 92, right: 92, height: 46 },
  sideBar: { left: 92, right: 92, height: 32 },
  tight: 3, gap: 22, fork: 11, slot: 10, lane: 30, nextLane: 14, number: 62,
};

/** Gives each item its row, its column and its size; returns the columns beside the main path, each with its rows. */
function columnsOf(items) {
  for (const item of items) {
    item.row = 1 + Math.max(-1, ...item.inputs.map((edge) => edge.from.row));
    item.isSum = item.op !== undefined && !item.op.refusal && [...item.op.title].length === 1;
  }
  const main = [];
  for (let item = items.at(-1); item; ) {
    main.unshift(item);
    item = item.inputs.reduce((best, edge) => !best || edge.from.row > best.row ? edge.from : best, null);
  }
  for (const item of items) item.column = null;
  const axis = { items: main, isMain: true };
  for (const item of main) item.column = axis;
  const columns = [];
  for (const first of items) {
    if (first.column) continue;
    const column = { items: [] };
    for (let item = first; item; item = item.outputs.map((edge) => edge.to).find((next) => !next.column)) {
      item.column = column;
      column.items.push(item);
    }
    columns.push(column);
  }
  for (const item of items) {
    const kind = item.isSum ? "sum" : item.isBar ? "bar" : item.group ? "card" : "op";
    const size = sizes[item.column.isMain || kind === "sum" ? kind : "side" + kind[0].toUpperCase() + kind.slice(1)];
    Object.assign(item, size);
    // The sentence of an operation whose shapes do not fit is in its box.
    if (item.op?.refusal) Object.assign(item, { left: 120, right: 120, height: 38 + 17 * item.op.refusal.length });
    if (!item.isSum && item.op && !item.op.refusal && !item.column.isMain) {
      item.left = item.right = Math.max(34, Math.min(105, textWidth(titleOf(item.op), 14) / 2 + 12));
    }
  }
  for (const column of columns) {
    const [first, last] = [column.items[0], column.items.at(-1)];
    column.top = Math.min(first.row - 1, ...first.inputs.map((edge) => edge.from.row));
    column.bottom = Math.max(last.row, ...last.outputs.map((edge) => edge.to.row));
    column.left = Math.max(...column.items.map((item) => item.left)) + (column.items.some((item) => item.isBar) ? 12 : 0);
    column.right = Math.max(sizes.number + 12, ...column.items.map((item) => item.right));
  }
  return { axis, columns };
}

/** Lanes for the edges that lead neither straight down nor into or out of a column beside the main path. */
function lanes(edges) {
  const found = [];
  for (const edge of edges) {
    const { from, to } = edge;
    const straight = from.column === to.column && nextIn(from.column, from) === to;
    const entry = !to.column.isMain && to === to.column.items[0];
    const exit = !from.column.isMain && from === from.column.items.at(-1);
    edge.way = straight ? "straight" : entry ? "entry" : exit ? "exit" : "lane";
    if (edge.way !== "lane") continue;
    const others = found.filter((lane) => lane.edge.to === to);
    edge.lane = { edge, top: from.row, bottom: to.row, left: 0, right: others.length ? sizes.number : 0, isLane: true };
    found.push(edge.lane);
  }
  return found;
}

const nextIn = (column, item) => column.items[column.items.indexOf(item) + 1];

/** Puts columns and lanes beside the main path: those that span fewer rows are nearer to it. */
function pack(axis, parts) {
  const edge = axis.items.map((item) => ({ right: item.right, isLane: false }));
  axis.x = 0;
  parts.sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || Number(a.isLane ?? 0) - Number(b.isLane ?? 0));
  for (const part of parts) {
    const rows = edge.slice(part.top + 1, part.bottom + 1);
    const from = Math.max(...rows.map((row) =>
      row.right + (part.isLane ? (row.isLane ? sizes.nextLane : sizes.lane) : part.left + 20)));
    part.x = from;
    for (const row of rows) {
      row.right = Math.max(row.right, part.x + part.right);
      row.isLane = Boolean(part.isLane) && part.right === 0;
    }
  }
}

const ruler = document.createElement("canvas").getContext("2d");
function textWidth(text, size, weight = "") {
  ruler.font = `${weight} ${size}px Helvetica, Arial, "Liberation Sans", sans-serif`;
  return ruler.measureText(text).width;
}
