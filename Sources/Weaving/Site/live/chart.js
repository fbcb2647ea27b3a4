// The figures of a lab: lines, bars and small pictures, drawn anew at each change and at each width of the window.
"use strict";

{
  const { svg, html, short } = lab;

  /// A drawing as wide as its place; `draw(width)` returns its height and its elements.
  const drawing = (frame, label, element) => {
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
  const scale = (values, { log = false, from, to }) => {
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

  const around = (text) => 7.2 * text.length;

  /// The name of the y axis, then those of the lines if there are several, in as many rows as it takes.
  const legend = (y, lines, width) => {
    const nodes = [];
    let [left, top] = [2, 15];
    const place = (room) => {
      if (left > 2 && left + room > width) [left, top] = [2, top + 20];
      left += room + 18;
      return left - room - 18;
    };
    if (y) nodes.push(svg("text", { x: place(around(y)), y: top, class: "axis" }, y));
    for (const [i, line] of (lines.length > 1 ? lines : []).entries()) {
      const at = place(22 + around(line.name));
      nodes.push(
        svg("line", { class: `line-${1 + (line.color ?? i) % 6}`, x1: at, x2: at + 16, y1: top - 4, y2: top - 4, "stroke-dasharray": line.dashed ? "4 3" : null }),
        svg("text", { x: at + 21, y: top }, line.name));
    }
    return { nodes, height: nodes.length ? top + 7 : 0 };
  };

  Object.assign(LabFrame.prototype, {
    /// A chart of lines or bars.
    ///
    /// `x` and `y` name its axes; `log` makes the y axis logarithmic; `from` and `to` fix its ends.
    chart({ label, x = "", y = "", log = false, from, to, height = 280 }) {
      const readout = html("figcaption", { class: "lab-readout", "aria-live": "off" });
      const { picture, figure, show } = drawing(this, label, readout);
      const chart = { element: figure, picture };
      let pointed = null, data = [];

      const readAt = (index) => {
        const first = data[0];
        if (!first) return;
        pointed = Math.min(first.values.length - 1, Math.max(0, index));
        readout.textContent = `${x} ${short(first.xs[pointed])}: ` + data.map((line) => {
          const i = line.xs.indexOf(first.xs[pointed]);
          return i < 0 ? null : (data.length > 1 ? `${line.name} ` : "") + short(line.values[i]);
        }).filter(Boolean).join(", ");
      };

      chart.lines = (lines) => {
        data = lines.map(({ values, xs, ...rest }) => ({ ...rest, values: [...values], xs: xs ? [...xs] : [...values].map((_, i) => i + 1) }));
        const all = data.flatMap((line) => line.values);
        const up = scale(all, { log, from, to });
        const along = data.flatMap((line) => line.xs);
        const across = scale(along, { from: Math.min(...along), to: Math.max(...along) });
        picture.setAttribute("aria-label", `${label}. ` + data.map((line) =>
          `${line.name}: from ${short(line.values[0])} to ${short(line.values.at(-1))}`).join("; "));
        readout.textContent = "";
        show((width) => {
          const left = 14 + Math.max(...up.ticks.map(([, text]) => around(text))), right = width - 12;
          const key = legend(y, data, width), top = key.height + 12, bottom = key.height + height - (x ? 66 : 48);
          const px = (v) => left + (right - left) * across.at(v), py = (v) => bottom - (bottom - top) * up.at(v);
          const nodes = key.nodes;
          for (const [share, text] of up.ticks) {
            const at = bottom - (bottom - top) * share;
            nodes.push(svg("line", { class: "grid", x1: left, x2: right, y1: at, y2: at }),
              svg("text", { x: left - 7, y: at + 4.5, "text-anchor": "end" }, text));
          }
          for (const [share, text] of across.ticks) {
            nodes.push(svg("text", { x: left + (right - left) * share, y: bottom + 18, "text-anchor": "middle" }, text));
          }
          if (x) nodes.push(svg("text", { x: right, y: bottom + 39, "text-anchor": "end", class: "axis" }, x));
          for (const [i, line] of data.entries()) {
            let path = "", pen = false;
            line.values.forEach((value, k) => {
              const at = py(value);
              if (!Number.isFinite(at)) { pen = false; return; }
              path += `${pen ? "L" : "M"}${px(line.xs[k]).toFixed(1)} ${Math.min(bottom + 1, Math.max(top - 1, at)).toFixed(1)}`;
              pen = true;
            });
            const color = 1 + (line.color ?? i) % 6;
            nodes.push(svg("path", { class: `line-${color}`, d: path || "M0 0", "stroke-dasharray": line.dashed ? "5 4" : null }));
            if (line.values.length <= 40 && !line.dashed) {
              line.values.forEach((value, k) => {
                if (Number.isFinite(py(value))) nodes.push(svg("circle", { class: `dot-${color}`, cx: px(line.xs[k]), cy: py(value), r: 2.6 }));
              });
            }
          }
          chart.near = (pixel) => {
            const gaps = data[0]?.xs.map((v) => Math.abs(px(v) - pixel)) ?? [];
            return gaps.indexOf(Math.min(...gaps));
          };
          return { height: bottom + (x ? 44 : 26), nodes };
        });
      };
      picture.setAttribute("tabindex", "0");
      picture.addEventListener("pointermove", (e) => {
        if (data.length && chart.near) readAt(chart.near((e.clientX - picture.getBoundingClientRect().left)));
      });
      picture.addEventListener("keydown", (e) => {
        const way = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
        if (!way || !data.length) return;
        e.preventDefault();
        e.stopPropagation();
        readout.setAttribute("aria-live", "polite");
        readAt((pointed ?? -way) + way);
      });

      /// Bars below each other, each with its name and its number.
      chart.bars = (bars) => {
        data = [];
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
      return chart;
    },

    /// A drawing of the lab's own, of a fixed size.
    figure({ label, width, height }) {
      const picture = svg("svg", { role: "img", "aria-label": label, viewBox: `0 0 ${width} ${height}`, class: "is-scaled" });
      this.output(html("figure", { class: "lab-figure" }, picture));
      return picture;
    },
  });
}
