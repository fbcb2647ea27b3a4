// What is seen of the net: a box for each closed group, a bar above what is in an open one, and the edges between them.
"use strict";

const open = new Set();

/** Items in the order in which they compute, and edges as pairs of them. */
function seen() {
  const items = [], itemOf = [];
  const add = (item) => {
    item.inputs = [];
    item.outputs = [];
    items.push(item);
    return item;
  };
  (function walk(nodes, bars) {
    for (const node of nodes) {
      if (typeof node === "number") {
        itemOf[node] = add({ id: `o${node}`, op: ops[node], operations: [node], bars });
      } else if (!open.has(node.id)) {
        const card = add({ id: node.id, group: node, operations: node.operations, bars });
        for (const id of node.operations) itemOf[id] = card;
      } else {
        const bar = add({ id: node.id + ".open", group: node, isBar: true, operations: [], bars });
        bar.entrance = entrance(node);
        walk(node.children, [...bars, bar]);
        bar.members = items.slice(items.indexOf(bar) + 1);
      }
    }
  })(net.tree, []);

  const edges = new Map();
  const join = (from, to, source, consumer) => {
    const key = `${from.id} ${to.id}`;
    if (!edges.has(key)) {
      const edge = { from, to, sources: new Map() };
      edges.set(key, edge);
      from.outputs.push(edge);
      to.inputs.push(edge);
    }
    const sources = edges.get(key).sources;
    if (!sources.has(source)) sources.set(source, new Set());
    sources.get(source).add(consumer);
  };
  ops.forEach((op, id) => {
    for (const source of op.inputs) {
      let from = itemOf[source];
      const to = itemOf[id];
      if (from === to) continue;
      // Into an open group its main input goes through the bar.
      for (const bar of to.bars) {
        if (!from.bars.includes(bar) && bar.entrance === source && from !== bar) {
          join(from, bar, source, id);
          from = bar;
        }
      }
      join(from, to, source, id);
    }
  });
  for (const edge of edges.values()) edge.gradient = handedBack(edge);
  return { items, edges: [...edges.values()] };
}

/** The root mean square of what goes back along an edge; undefined where it is a part that was not measured. */
function handedBack(edge) {
  if (edge.sources.size > 1) return undefined;
  const [[source, consumers]] = edge.sources;
  if (consumers.size === uses[source].length) return ops[source].gradient ?? undefined;
  if (consumers.size > 1) return undefined;
  const [consumer] = consumers;
  return ops[consumer].flows?.[ops[consumer].inputs.indexOf(source)] ?? undefined;
}
