// What the page says of an operation or a group, when the mouse or the focus is on it.
"use strict";

const nameOf = ({ group, op }) => group ? group.title : op.title === "+" ? words.sum : op.title;

const unique = (texts) => [...new Set(texts)];

const sum = (ids, field) => ids.reduce((all, id) => all + ops[id][field], 0);

/** Names and values, in the order they are shown. */
function facts({ group, op }) {
  const ids = group ? group.operations : [op && ops.indexOf(op)];
  const last = ops[ids.at(-1)];
  const inputs = group ? [entrance(group)].filter((id) => id !== undefined) : op.inputs;
  const rows = inputs.length ? [[words.from, unique(inputs.map((id) => shapeText(ops[id].shape))).join(", ")]] : [];
  if (!last.refusal) rows.push([words.to, shapeText(last.shape)]);
  rows.push([words.parameters, countText(group ? group.parameters : op.parameters)]);
  rows.push([words.multiplyAdds, countText(sum(ids, "multiplyAdds"))]);
  if (!group && op.value != null) rows.push([words.value, sizeText(op.value)]);
  if (last.gradient != null) rows.push([words.itsGradient, sizeText(last.gradient), true]);
  if (!group && op.weightGradient != null) rows.push([words.weightGradient, sizeText(op.weightGradient), true]);
  const code = group ? group.path : op.path;
  if (code) rows.push([words.inCode, code]);
  return rows;
}

/** The name of something for those who hear the page. */
function label(item) {
  const [from, to] = [facts(item).find(([name]) => name === words.from), facts(item).find(([name]) => name === words.to)];
  const count = item.group ? item.group.parameters : item.op.parameters;
  const refusal = ops[item.operations.at(-1) ?? item.group.operations.at(-1)].refusal?.join(" ");
  const path = item.group ? "" : place(ownerOf[item.operations[0]]);
  return `${path ? `${path}: ` : ""}${nameOf(item)}${item.group?.note ? `, ${item.group.note}` : ""}: `
    + `${from ? `${from[1]} ${words.arrow} ` : ""}${to?.[1] ?? refusal}, ${words.parameters}: ${countText(count)}`;
}

function tell(item) {
  document.getElementById("name").textContent = nameOf(item);
  const around = item.group ? place(item.group.parent) : place(ownerOf[item.operations[0]]);
  const count = item.group ? `${item.group.operations.length} ${words.operations}` : "";
  document.getElementById("path").textContent = [around, count].filter(Boolean).join(": ");
  const list = document.getElementById("facts");
  list.replaceChildren();
  for (const [name, value, isGradient] of facts(item)) {
    const term = document.createElement("dt"), text = document.createElement("dd");
    term.textContent = name;
    text.textContent = value;
    if (isGradient) text.className = "gradient";
    list.append(term, text);
  }
}
