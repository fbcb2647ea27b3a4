// Drawings of shapes: an image's cells with the window over them, and tensors as blocks.
"use strict";

{
  const { svg } = lab;

  /// The cells from `first` up to `end` that there is room for; `null` stands for those that are left out.
  const shownCells = (first, end, most) => {
    const all = Array.from({ length: end - first }, (_, i) => first + i);
    if (all.length <= most) return all;
    const half = Math.floor((most - 1) / 2);
    return [...all.slice(0, half), null, ...all.slice(-half)];
  };

  /// An image with its padding, the windows over it, and what they return.
  ///
  /// `reads` says how many windows read each cell; `at` is the cell of the result whose window is drawn.
  lab.windows = (width, { height: rows, width: columns, kernel, stride, padding, reads, out, at }) => {
    const most = width < 520 ? 11 : 15, left = 2, top = 24;
    const inY = shownCells(-padding, rows + padding, most), inX = shownCells(-padding, columns + padding, most);
    const outY = shownCells(0, out[0], most), outX = shownCells(0, out[1], most);
    const between = width < 520 ? 26 : 64;
    const size = Math.min(21, Math.floor((width - between - 2 * left) / (inX.length + outX.length)));
    const right = left + inX.length * size + between, strongest = Math.max(...reads, 1), nodes = [];
    const from = (list, value) => list.indexOf(value);
    const cell = (x, y, i, j, look, title) => nodes.push(svg("rect", { x: x + j * size + 0.75, y: y + i * size + 0.75, width: size - 1.5, height: size - 1.5, rx: Math.min(2, size / 5), ...look }, svg("title", {}, title)));
    const gap = (x, y, i, j) => nodes.push(svg("circle", { cx: x + (j + 0.5) * size, cy: y + (i + 0.5) * size, r: 1.1, class: "gap" }));

    nodes.push(svg("text", { x: left, y: 14, class: "axis" }, padding ? "x and its padding" : "x"), svg("text", { x: right, y: 14, class: "axis" }, "y"));
    inY.forEach((r, i) => inX.forEach((c, j) => {
      if (r === null || c === null) return gap(left, top, i, j);
      if (r < 0 || c < 0 || r >= rows || c >= columns) return cell(left, top, i, j, { class: "pad" }, `padding, row ${r}, column ${c}`);
      const count = reads[r * columns + c];
      cell(left, top, i, j, count ? { class: "cell", "fill-opacity": 0.25 + 0.75 * count / strongest } : { class: "unread" },
        `row ${r}, column ${c}: read by ${count} ${count === 1 ? "window" : "windows"}`);
      if (!count && size >= 9) {
        const [x, y, s] = [left + j * size, top + i * size, size];
        nodes.push(svg("path", { class: "cross", d: `M${x + s * 0.3} ${y + s * 0.3}l${s * 0.4} ${s * 0.4}m0 ${-s * 0.4}l${-s * 0.4} ${s * 0.4}` }));
      }
    }));
    outY.forEach((r, i) => outX.forEach((c, j) => {
      if (r === null || c === null) return gap(right, top, i, j);
      cell(right, top, i, j, { class: "cell out", "data-row": r, "data-column": c }, `row ${r}, column ${c}`);
    }));

    // The window: the rows and columns of it that are shown.
    const span = (list, first) => {
      const places = list.map((v, i) => v !== null && v >= first && v < first + kernel ? i : -1).filter((i) => i >= 0);
      return places.length ? [places[0], places.at(-1) - places[0] + 1] : null;
    };
    const [y, x] = [span(inY, at[0] * stride - padding), span(inX, at[1] * stride - padding)];
    const frame = (x0, i, j, h, w) => nodes.push(svg("rect", { x: x0 + j * size, y: top + i * size, width: w * size, height: h * size, rx: 3, class: "window" }));
    if (y && x) frame(left, y[0], x[0], y[1], x[1]);
    const [oi, oj] = [from(outY, at[0]), from(outX, at[1])];
    if (oi >= 0 && oj >= 0) frame(right, oi, oj, 1, 1);
    if (y && x && oi >= 0 && oj >= 0) {
      nodes.push(svg("line", { class: "window", "stroke-dasharray": "3 3", x1: left + (x[0] + x[1]) * size, y1: top + (y[0] + y[1] / 2) * size, x2: right + oj * size, y2: top + (oi + 0.5) * size }));
    }
    return { height: top + Math.max(inY.length, outY.length) * size + 4, nodes };
  };

  /// A tensor as a block: as high and wide as its images, as deep as it has channels; rows of features as a bar.
  ///
  /// `unit` is the length of a pixel. Returns its size, and a function that draws it with its left upper corner at a place.
  lab.block = (shape, unit, color) => {
    const isImage = shape.length === 4;
    const [h, w] = isImage ? [shape[2], shape[3]].map((n) => Math.max(4, n * unit)) : [Math.min(110, 12 + 8 * Math.log2(shape.at(-1) + 1)), 12];
    const layers = !isImage ? 1 : shape[1] <= 5 ? Math.max(1, shape[1]) : Math.min(10, 3 + Math.ceil(Math.log2(shape[1]))), step = 4;
    const depth = (layers - 1) * step;
    return {
      width: w + depth, height: h + depth,
      draw: (x, y) => Array.from({ length: layers }, (_, i) => svg("rect", {
        x: x + depth - i * step, y: y + i * step, width: w, height: h, rx: 1.5, class: `sheet sheet-${color}` })),
    };
  };

  /// A shape as text, in which the axes in `marked` stand out.
  lab.shapeText = (x, y, shape, marked = []) => svg("text", { x, y, "text-anchor": "middle", class: "shape" }, "[",
    ...shape.flatMap((n, i) => [i ? ", " : "", marked.includes(i) ? svg("tspan", { class: "wrong" }, String(n)) : String(n)]), "]");
}
