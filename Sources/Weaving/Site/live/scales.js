// What charts are made of: a drawing as wide as its place, scales with ticks, names of lines.
"use strict";

{
  const { svg, html, short } = lab;

  /// About how wide a text is, in points.
  lab.around = (text) => 7.2 * text.length;

  /// A drawing as wide as its place; `draw(width)` returns its height and its elements.
  lab.drawing = (frame, label, element) => {
    const picture = svg("svg", { role: "img", "aria-label": label });
    const figure = frame.output(html("figure", { class: "lab-figure" }, picture));
    if (element) figure.append(element);
    let draw, width = 0;
    const redraw = () => {
      width = Math.max(260, Math.floor(figure.clientWidth));
      if (!draw) return;
      const { height, nodes } = draw(width);
      picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
      picture.setAttribute("width", width);
      picture.setAttribute("height", height);
      picture.replaceChildren(...nodes);
    };
    new ResizeObserver(() => { if (Math.floor(figure.clientWidth) !== width) redraw(); }).observe(figure);
    return { picture, figure, show: (how) => { draw = how; redraw(); } };
  };

  const niceStep = (span, count) => {
    const raw = span / count, power = 10 ** Math.floor(Math.log10(raw));
    return [1, 2, 5, 10].map((x) => x * power).find((x) => x >= raw) ?? 10 * power;
  };

  /// Where a value lies between 0 and 1, and where the ticks are.
  lab.scale = (values, { log = false, from, to }) => {
    const usable = values.filter((x) => Number.isFinite(x) && (!log || x > 0)).map((x) => log ? Math.log10(x) : x);
    let low = from ?? Math.min(...usable), high = to ?? Math.max(...usable);
    if (!usable.length) [low, high] = [0, 1];
    if (log) {
      [low, high] = [Math.floor(low), Math.ceil(high)];
      if (low === high) high += 1;
      const every = Math.max(1, Math.ceil((high - low) / 6)), ticks = [];
      for (let e = low; e <= high; e += every) ticks.push([e, lab.power(e)]);
      return { at: (x) => x > 0 ? (Math.log10(x) - low) / (high - low) : NaN, ticks: ticks.map(([e, text]) => [(e - low) / (high - low), text]) };
    }
    if (low === high) high = low + 1;
    const step = niceStep(high - low, 5), ticks = [];
    if (from === undefined) low = Math.floor(low / step) * step;
    if (to === undefined) high = Math.ceil(high / step - 1e-9) * step;
    for (let x = Math.ceil(low / step) * step; x <= high + step / 1e6; x += step) ticks.push([(x - low) / (high - low), short(Math.abs(x) < step / 1e6 ? 0 : x)]);
    return { at: (x) => (x - low) / (high - low), ticks };
  };

  /// The name of the y axis, then those of the lines if there are several, in as many rows as it takes.
  lab.legend = (y, lines, width) => {
    const nodes = [];
    let [left, top] = [2, 15];
    const place = (room) => {
      if (left > 2 && left + room > width) [left, top] = [2, top + 20];
      left += room + 18;
      return left - room - 18;
    };
    if (y) nodes.push(svg("text", { x: place(lab.around(y)), y: top, class: "axis" }, y));
    for (const [i, line] of (lines.length > 1 ? lines : []).entries()) {
      const at = place(22 + lab.around(line.name));
      nodes.push(
        svg("line", { class: `line-${1 + (line.color ?? i) % 6}`, x1: at, x2: at + 16, y1: top - 4, y2: top - 4, "stroke-dasharray": line.dashed ? "4 3" : null }),
        svg("text", { x: at + 21, y: top }, line.name));
    }
    return { nodes, height: nodes.length ? top + 7 : 0 };
  };
}
