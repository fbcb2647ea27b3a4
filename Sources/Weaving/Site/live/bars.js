// Bars below each other, each with its name and its number.
"use strict";

/// Shows bars in the drawing of a chart; `to` is the value of a bar as long as there is room.
lab.barsIn = ({ picture, show, label, y, to }, bars) => {
  const { svg, short, around } = lab;
  const most = to ?? Math.max(...bars.map(({ value }) => value), 1e-30);
  picture.setAttribute("aria-label", `${label}. ` + bars.map(({ name, value, text }) => `${name}: ${text ?? short(value)}`).join("; "));
  show((width) => {
    const left = 10 + Math.max(...bars.map(({ name }) => around(name)));
    const right = width - 10 - Math.max(...bars.map(({ value, text }) => around(text ?? short(value))));
    const row = 25, top = y ? 24 : 4, nodes = y ? [svg("text", { x: left, y: 14, class: "axis" }, y)] : [];
    bars.forEach(({ name, value, color = 0, text, strong }, i) => {
      const at = top + row * i, share = Math.min(1, Math.max(0, value / most));
      nodes.push(svg("text", { x: left - 8, y: at + 16, "text-anchor": "end", class: strong ? "strong" : null }, name),
        svg("rect", { class: `bar-${1 + color % 6}`, x: left, y: at + 4, width: Math.max(1, (right - left) * share), height: 16, rx: 2 }),
        svg("text", { x: left + (right - left) * share + 7, y: at + 16, class: strong ? "strong" : "axis" }, text ?? short(value)));
    });
    return { height: top + row * bars.length + 4, nodes };
  });
};
