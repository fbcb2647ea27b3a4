// Drawings of shapes: an image's cells with the window over them, tensors as blocks, a block's two paths.
"use strict";

{
  const { svg } = lab;
  const isNarrow = (width) => width < 520;
  const text = (x, y, words, look, anchor = "middle") => svg("text", { x, y, "text-anchor": anchor, class: look }, words);

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
    const most = isNarrow(width) ? 11 : 15, left = 2, top = 24, between = isNarrow(width) ? 26 : 64;
    const inY = shownCells(-padding, rows + padding, most), inX = shownCells(-padding, columns + padding, most);
    const outY = shownCells(0, out[0], most), outX = shownCells(0, out[1], most);
    const size = Math.min(21, Math.floor((width - between - 2 * left) / (inX.length + outX.length)));
    const right = left + inX.length * size + between, strongest = Math.max(...reads, 1);
    const nodes = [text(left, 14, padding ? "x and its padding" : "x", "axis", "start"), text(right, 14, "y", "axis", "start")];
    const cell = (x0, i, j, look, title) => {
      const [x, y, side] = [x0 + j * size + 0.75, top + i * size + 0.75, size - 1.5];
      nodes.push(svg("rect", { x, y, width: side, height: side, rx: Math.min(2, size / 5), ...look }, svg("title", {}, title)));
    };
    const gap = (x, i, j) => nodes.push(svg("circle", { cx: x + (j + 0.5) * size, cy: top + (i + 0.5) * size, r: 1.1, class: "gap" }));
    const each = (ys, xs, x, draw) => ys.forEach((r, i) => xs.forEach((c, j) => r === null || c === null ? gap(x, i, j) : draw(r, c, i, j)));

    each(inY, inX, left, (r, c, i, j) => {
      if (r < 0 || c < 0 || r >= rows || c >= columns) return cell(left, i, j, { class: "pad", "stroke-opacity": 0.65 }, `padding, row ${r}, column ${c}`);
      const count = reads[r * columns + c];
      cell(left, i, j, count ? { class: "cell", "fill-opacity": 0.25 + 0.75 * count / strongest } : { class: "unread" },
        `row ${r}, column ${c}: read by ${count} ${count === 1 ? "window" : "windows"}`);
      if (count || size < 9) return;
      const [x, y, arm] = [left + (j + 0.3) * size, top + (i + 0.3) * size, size * 0.4];
      nodes.push(svg("path", { class: "cross", d: `M${x} ${y}l${arm} ${arm}m0 ${-arm}l${-arm} ${arm}` }));
    });
    each(outY, outX, right, (r, c, i, j) =>
      cell(right, i, j, { class: "cell out", "fill-opacity": 0.55, "data-row": r, "data-column": c }, `row ${r}, column ${c}`));

    // The window: the rows and columns of it that are shown.
    const span = (list, first) => {
      const places = list.map((v, i) => v !== null && v >= first && v < first + kernel ? i : -1).filter((i) => i >= 0);
      return places.length ? [places[0], places.at(-1) - places[0] + 1] : null;
    };
    const frame = (x, i, j, h, w) => nodes.push(svg("rect", {
      x: x + j * size, y: top + i * size, width: w * size, height: h * size, rx: 3, class: "window" }));
    const [y, x] = [span(inY, at[0] * stride - padding), span(inX, at[1] * stride - padding)];
    const [i, j] = [outY.indexOf(at[0]), outX.indexOf(at[1])];
    if (y && x) frame(left, y[0], x[0], y[1], x[1]);
    if (i >= 0 && j >= 0) frame(right, i, j, 1, 1);
    if (y && x && i >= 0 && j >= 0) {
      nodes.push(svg("line", { class: "window", "stroke-dasharray": "3 3", x1: left + (x[0] + x[1]) * size,
        y1: top + (y[0] + y[1] / 2) * size, x2: right + j * size, y2: top + (i + 0.5) * size }));
    }
    return { height: top + Math.max(inY.length, outY.length) * size + 4, nodes };
  };

  /// A tensor as a block: as high and wide as its images, deeper the more channels it has; rows of features as a bar.
  ///
  /// `unit` is the length of a pixel. Returns its size, and a function that draws it with its left upper corner at a place.
  const block = (shape, unit, color) => {
    const isImage = shape.length === 4;
    const [h, w] = isImage ? [shape[2], shape[3]].map((n) => Math.max(4, n * unit)) : [Math.min(110, 12 + 8 * Math.log2(shape.at(-1) + 1)), 12];
    const layers = !isImage ? 1 : shape[1] <= 5 ? Math.max(1, shape[1]) : Math.min(10, 3 + Math.ceil(Math.log2(shape[1])));
    const step = 4, depth = (layers - 1) * step;
    return {
      width: w + depth, height: h + depth,
      draw: (x, y) => Array.from({ length: layers }, (_, i) => svg("rect", {
        x: x + depth - i * step, y: y + i * step, width: w, height: h, rx: 1.5, class: `sheet sheet-${color}` })),
    };
  };

  /// A shape as text, in which the axes in `marked` stand out.
  const shapeText = (x, y, shape, marked = []) => svg("text", { x, y, "text-anchor": "middle" }, "[",
    ...shape.flatMap((n, i) => [i ? ", " : "", marked.includes(i) ? svg("tspan", { class: "wrong" }, String(n)) : String(n)]), "]");

  /// Tensors beside each other, with signs between them: `{ name, shape, color, marked }` and `{ sign }`.
  lab.tensors = (width, terms) => {
    const largest = Math.max(...terms.flatMap(({ shape }) => shape?.length === 4 ? shape.slice(2) : []), 1);
    const count = terms.filter(({ shape }) => shape).length, room = width / (count + 0.25 * (terms.length - count));
    const unit = Math.min(100, room - 40) / largest, nodes = [], center = 78;
    let left = 0;
    for (const { name, shape, sign, color = 1, marked } of terms) {
      const wide = shape ? room : 0.25 * room, middle = left + wide / 2;
      if (sign) nodes.push(text(middle, center + 6, sign, "sign"));
      else {
        const made = block(shape, unit, color);
        nodes.push(...made.draw(middle - made.width / 2, center - made.height / 2), text(middle, 152, name, "axis"), shapeText(middle, 171, shape, marked));
      }
      left += wide;
    }
    return { height: 178, nodes };
  };

  /// The branch and the shortcut of a block, each `{ words, shape }`, and their sum; without `y` they do not fit.
  lab.twoPaths = (width, { x, branch, shortcut, y, marked }) => {
    const narrow = isNarrow(width), far = width - (narrow ? 62 : 110), near = narrow ? 44 : 70;
    const nodes = [], [up, down, center] = [42, 146, 94], middle = (near + far) / 2 - 6;
    const line = (d) => nodes.push(svg("path", { class: "path", d }));
    const box = (at, { words, shape }, look) => {
      const wide = Math.min(narrow ? 150 : 210, far - near - 60);
      nodes.push(svg("rect", { x: middle - wide / 2, y: at - 24, width: wide, height: 48, rx: 8, class: look }), text(middle, at - 4, words),
        shape ? shapeText(middle, at + 15, shape, marked) : text(middle, at + 15, "no shape", "wrong"));
    };
    line(`M${narrow ? 8 : 14} ${center}H${near}`);
    line(`M${near} ${center}h14V${up}H${far}V${center - 11}`);
    line(`M${near + 14} ${center}V${down}H${far}V${center + 11}`);
    box(up, branch, "sheet sheet-1");
    box(down, shortcut, "sheet sheet-2");
    nodes.push(text(near - 8, center - 6, "x", null, "end"), shapeText(narrow ? 52 : 58, 190, x),
      svg("circle", { cx: far, cy: center, r: 11, class: y ? "plus" : "plus is-wrong" }), text(far, center + 5.5, y ? "+" : "×", "sign"));
    if (y) {
      line(`M${far + 11} ${center}H${width - 8}`);
      nodes.push(text(width - 4, center - 6, "y", null, "end"), shapeText(width - (narrow ? 56 : 60), 190, y));
    }
    return { height: 208, nodes };
  };
}
