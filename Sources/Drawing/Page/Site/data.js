// The net as the page is given it: operations, the groups they are in, and the words of the page.
"use strict";

const net = JSON.parse(document.getElementById("data").textContent);
const words = net.words;
const fields = ["title", "kind", "inputs", "shape", "parameters", "multiplyAdds", "value", "gradient",
  "flows", "weightGradient", "path", "letter", "refusal"];
const ops = net.operations.map((row) => Object.fromEntries(fields.map((name, i) => [name, row[i]])));

/** For each operation those that take its result. */
const uses = ops.map(() => []);
ops.forEach((op, id) => new Set(op.inputs).forEach((input) => uses[input].push(id)));

/** The groups by id; each knows its operations and the group around it. */
const groups = {};
/** For each operation the innermost group it is in. */
const ownerOf = [];
(function visit(nodes, parent) {
  for (const node of nodes) {
    if (typeof node === "number") { ownerOf[node] = parent; continue; }
    groups[node.id] = node;
    node.parent = parent;
    node.operations = leaves(node.children);
    visit(node.children, node);
  }
})(net.tree, null);

function leaves(nodes) {
  return nodes.flatMap((node) => typeof node === "number" ? [node] : leaves(node.children));
}

/** The names of the groups around something, from the outermost: "Stage 2, block 1". */
function place(group) {
  const names = [];
  for (let g = group; g; g = g.parent) names.unshift(g.title);
  return names.join(", ");
}

/** The operation outside of a group whose result its first operation takes. */
function entrance(group) {
  for (const id of group.operations) {
    const outer = ops[id].inputs.find((input) => !group.operations.includes(input));
    if (outer !== undefined) return outer;
  }
}

const shapeText = (shape) => shape.length > 1 ? shape.join(" × ")
  : shape.length ? words.numbers.replace("#", shape[0]) : words.oneNumber;

/** The title in an operation's box; an input's has its shape. */
const titleOf = (op) => op.inputs.length ? op.title : `${op.title}, ${shapeText(op.shape)}`;
const countText = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** Two digits: 0.0028, or 9.4 · 10⁻⁵. */
function sizeText(value) {
  if (value === 0 || value === 1) return String(value);
  if (value >= 0.001 && value < 1000) return Number(value.toPrecision(2)).toString();
  const [digits, power] = value.toExponential(1).split("e");
  const raised = [...String(Number(power))].map((c) => c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]).join("");
  return `${digits} · 10${raised}`;
}
