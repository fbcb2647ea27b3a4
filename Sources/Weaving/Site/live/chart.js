// A chart of lines, or of bars; the values below the pointer are read out, with the arrow keys, too.
"use strict";

{
  const { svg, html, short } = lab;

  Object.assign(LabFrame.prototype, {
    /// A chart of lines or bars.
    ///
    /// `x` and `y` name its axes; `log` makes the y axis logarithmic; `from` and `to` fix its ends.
    chart({ label, x = "", y = "", log = false, from, to, height = 280 }) {
      const readout = html("figcaption", { class: "lab-readout", "aria-live": "off" });
      const { picture, figure, show } = lab.drawing(this, label, readout);
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
        const up = lab.scale(all, { log, from, to });
        const along = data.flatMap((line) => line.xs);
        const across = lab.scale(along, { from: Math.min(...along), to: Math.max(...along) });
        picture.setAttribute("aria-label", `${label}. ` + data.map((line) =>
          `${line.name}: from ${short(line.values[0])} to ${short(line.values.at(-1))}`).join("; "));
        readout.textContent = "";
        show((width) => {
          const left = 14 + Math.max(...up.ticks.map(([, text]) => lab.around(text))), right = width - 12;
          const key = lab.legend(y, data, width), top = key.height + 12, bottom = key.height + height - (x ? 66 : 48);
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

      chart.bars = (bars) => {
        data = [];
        lab.barsIn({ picture, show, label, y, to }, bars);
      };
      return chart;
    },

    /// A drawing of the lab's own, as wide as its place: `show((width) => ({ height, nodes }))`.
    drawing({ label }) { return lab.drawing(this, label); },

    /// The same, of a fixed size.
    figure({ label, width, height }) {
      const picture = svg("svg", { role: "img", "aria-label": label, viewBox: `0 0 ${width} ${height}`, class: "is-scaled" });
      this.output(html("figure", { class: "lab-figure" }, picture));
      return picture;
    },
  });
}
