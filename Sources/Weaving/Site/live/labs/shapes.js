// Chapter 3: what an operation makes of a shape, where its window goes, and which shortcut fits a block.
"use strict";

lab("shapes", {
  title: "Shapes that fit",
  picture: "A 3 × 3 window with stride 2 over an image of 8 × 8 pixels, the pixels that it never reads, and the 3 × 3 numbers it returns",
  question: "A 3 × 3 window slides over an image of 8 × 8 pixels with stride 2 and without padding. How many pixels does no window read?",
  choices: ["none", "8", "15", "16"],

  async settle(engine) {
    const reads = await engine.numbers("window_reads", [8, 8, 3, 2, 0]);
    const unread = reads.filter((n) => n === 0).length;
    return {
      choice: [0, 8, 15, 16].indexOf(unread),
      because: "The windows begin at rows 0, 2 and 4; the last ends at row 6, and row 7 and column 7 are left. With a padding of 1 there is a fourth row of windows, which reads them.",
    };
  },

  async build(l) {
    const kinds = ["convolution", "max pooling", "global average", "batch norm", "addition", "concatenation", "flatten + linear"];
    const [conv, pool, global, norm, add, concat, linear, block] = [0, 1, 2, 3, 4, 5, 6, 7];
    const kind = l.choice("Operation", [...kinds, "residual block"], conv);
    const size = (label, value, max = 512, min = 0) => l.number(label, { min, max, value });
    l.row();
    const x = [size("N, images", 4), size("C, channels", 3), size("H, height", 8, 256), size("W, width", 8, 256)];
    l.row();
    const b = [size("b: N", 4), size("b: C", 3), size("b: H", 8, 256), size("b: W", 8, 256)];
    const kernels = size("O, kernels", 6), expected = size("C of a kernel", 3), features = size("I, features", 192, 1 << 20), channels = size("C of the norm", 3);
    const kernel = size("K, kernel size", 3, 32), stride = size("stride", 2, 16), padding = size("padding", 0, 16);
    const shortcut = l.choice("Shortcut", ["identity", "A: pad with zeros", "1 × 1", "1 × 1 with the stride"], 0);
    const shownFor = [[b, [add, concat]], [[kernels], [conv, linear, block]], [[expected], [conv]], [[features], [linear]],
      [[channels], [norm]], [[kernel, padding], [conv, pool]], [[stride], [conv, pool, block]], [[shortcut], [block]]];
    const explained = lab.html("figcaption", { class: "lab-readout" });
    const { picture, show } = lab.drawing(l, "What the operation makes of the shape", explained);
    picture.classList.add("lab-shapes");
    picture.setAttribute("tabindex", "0");
    const table = l.table({ label: "The four shortcuts" });
    const { svg } = lab;
    let at = [0, 0], drawn = null;

    // Another cell of the result: with the arrow keys, or by pointing at it.
    const look = (row, column) => {
      if (!drawn) return;
      at = [row, column].map((n, i) => Math.min(drawn.out[i] - 1, Math.max(0, n)));
      redraw();
    };
    const redraw = () => {
      const { kernel, stride, padding, out, height, width } = drawn;
      at = at.map((n, i) => Math.min(out[i] - 1, n));
      show((room) => lab.windows(room, { ...drawn, at }));
      const [top, left] = at.map((n) => n * stride - padding);
      const inside = (first, end) => Math.max(0, Math.min(end, first + kernel) - Math.max(0, first));
      const pixels = inside(top, height) * inside(left, width), zeros = kernel * kernel - pixels;
      explained.textContent = `y, row ${at[0]}, column ${at[1]}: its window begins at row ${top}, column ${left}`
        .replaceAll("-", "−") + (padding ? ` and reads ${pixels} pixels and ${zeros} of the padding.` : ".") + " Arrow keys move it.";
    };
    picture.addEventListener("keydown", (e) => {
      const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key];
      if (!way || !drawn) return;
      e.preventDefault();
      e.stopPropagation();
      explained.setAttribute("aria-live", "polite");
      look(at[0] + way[0], at[1] + way[1]);
    });
    for (const event of ["pointerdown", "pointermove"]) picture.addEventListener(event, (e) => {
      const { row, column } = e.target.dataset;
      if (row !== undefined && (+row !== at[0] || +column !== at[1])) look(+row, +column);
    });

    /// Lines of the engine: names with shapes, perhaps a sentence at the end.
    const steps = (text) => {
      const lines = text.split("\n").map((line) => line.split("\t"));
      const sentence = lines.at(-1)[0] === "" ? lines.at(-1)[1] : null;
      return { sentence, shapes: Object.fromEntries(lines.filter(([name]) => name).map(([name, shape]) => [name, JSON.parse(shape)])) };
    };
    const differing = (a, b) => a.map((n, i) => n !== b[i] ? i : -1).filter((i) => i >= 0);
    const tell = (text, isWrong) => {
      l.said.classList.toggle("is-wrong", !!isWrong);
      l.say(text);
    };
    const title = (text) => picture.setAttribute("aria-label", text);

    /// Tensors beside each other, with signs between them.
    const blocks = (terms) => show((width) => {
      const largest = Math.max(...terms.flatMap(({ shape }) => shape?.length === 4 ? shape.slice(2) : []), 1);
      const tensors = terms.filter(({ shape }) => shape).length, room = width / (tensors + 0.25 * (terms.length - tensors));
      const unit = Math.min(100, room - 40) / largest, nodes = [], middle = 78;
      let left = 0;
      for (const { name, shape, sign, color = 1, marked } of terms) {
        const wide = shape ? room : 0.25 * room;
        if (sign) nodes.push(svg("text", { x: left + wide / 2, y: middle + 6, "text-anchor": "middle", class: "sign" }, sign));
        else {
          const made = lab.block(shape, unit, color);
          nodes.push(...made.draw(left + (wide - made.width) / 2, middle - made.height / 2),
            svg("text", { x: left + wide / 2, y: 152, "text-anchor": "middle", class: "axis" }, name), lab.shapeText(left + wide / 2, 171, shape, marked));
        }
        left += wide;
      }
      return { height: 178, nodes };
    });

    /// A block's branch and shortcut, and their sum.
    const paths = (given, { shapes, sentence }, stride, choice) => show((width) => {
      const narrow = width < 520, nodes = [], height = 208, far = width - (narrow ? 62 : 110), near = narrow ? 44 : 70;
      const box = (x, y, lines, marked, className) => {
        const w = Math.min(narrow ? 150 : 210, far - near - 60);
        nodes.push(svg("rect", { x: x - w / 2, y: y - 24, width: w, height: 48, rx: 8, class: className }),
          svg("text", { x, y: y - 4, "text-anchor": "middle" }, lines[0]));
        nodes.push(lines[1] ? lab.shapeText(x, y + 15, lines[1], marked) : svg("text", { x, y: y + 15, "text-anchor": "middle", class: "wrong" }, "no shape"));
      };
      const line = (d) => nodes.push(svg("path", { class: "path", d }));
      const [up, down, center] = [42, 146, 94], middle = (near + far) / 2 - 6;
      line(`M${near} ${center}h14V${up}H${far}V${center - 11}`);
      line(`M${near + 14} ${center}V${down}H${far}V${center + 11}`);
      const marked = sentence && shapes.branch && shapes.shortcut ? differing(shapes.branch, shapes.shortcut) : [];
      const names = ["identity", "zeros for channels", "1 × 1", `1 × 1, stride ${stride}`];
      box(middle, up, [narrow ? `3 × 3, stride ${stride}; 3 × 3` : `branch: 3 × 3, stride ${stride}; 3 × 3`, shapes.branch], marked, "sheet sheet-1");
      box(middle, down, [narrow ? names[choice] : `shortcut: ${names[choice]}`, shapes.shortcut], marked, "sheet sheet-2");
      nodes.push(svg("text", { x: near - 8, y: center - 6, "text-anchor": "end" }, "x"), lab.shapeText(narrow ? 52 : 58, 190, given),
        svg("circle", { cx: far, cy: center, r: 11, class: sentence ? "plus is-wrong" : "plus" }),
        svg("text", { x: far, y: center + 5.5, "text-anchor": "middle", class: "sign" }, sentence ? "×" : "+"));
      if (!sentence) {
        line(`M${far + 11} ${center}H${width - 8}`);
        nodes.push(svg("text", { x: width - 4, y: center - 6, "text-anchor": "end" }, "y"), lab.shapeText(width - (narrow ? 56 : 60), 190, shapes.y));
      }
      line(`M${narrow ? 8 : 14} ${center}H${near}`);
      return { height, nodes };
    });

    await l.update(async () => {
      const k = kind.value, values = (list) => list.map((one) => one.value), given = values(x);
      for (const [controls, kinds] of shownFor) for (const { element } of controls) element.hidden = !kinds.includes(k);
      table.element.hidden = k !== block;
      if (k === block) {
        drawn = null;
        explained.textContent = "";
        const all = [];
        for (let i = 0; i < 4; i++) all.push(steps(await l.engine.text("block_steps", [i, kernels.value, stride.value], given)));
        const chosen = all[shortcut.value];
        title(chosen.sentence ?? `The block returns [${chosen.shapes.y.join(", ")}].`);
        paths(given, chosen, stride.value, shortcut.value);
        const names = ["identity", "A: every stride-th pixel, channels of zeros", "1 × 1 convolution, stride 1", "1 × 1 convolution with the block’s stride"];
        table.show(["shortcut", "its shape", "fits"], all.map(({ shapes, sentence }, i) =>
          [names[i], shapes.shortcut ? `[${shapes.shortcut.join(", ")}]` : "–", sentence ? "no" : "yes"]));
        const fitting = all.filter(({ sentence }) => !sentence).length;
        return tell(chosen.sentence ?? `It fits: the block returns [${chosen.shapes.y.join(", ")}]. Of the four shortcuts, ${fitting} ${fitting === 1 ? "fits" : "fit"}.`, chosen.sentence);
      }
      const other = { [conv]: () => [...values([kernels, expected, kernel]), kernel.value], [norm]: () => [channels.value], [add]: () => values(b),
        [concat]: () => values(b), [linear]: () => values([kernels, features]) }[k]?.() ?? [];
      const { sentence, shapes } = steps(await l.engine.text("shape_steps", [k, other.length, kernel.value, stride.value, padding.value], [...given, ...other]));
      const y = shapes.y, text = (shape) => `[${shape.join(", ")}]`;
      drawn = null;
      explained.textContent = "";
      let more = "";
      if (y && (k === conv || k === pool)) {
        const args = [given[2], given[3], kernel.value, stride.value, padding.value];
        const reads = await l.engine.numbers("window_reads", args);
        drawn = { height: given[2], width: given[3], kernel: kernel.value, stride: stride.value, padding: padding.value, reads, out: y.slice(2) };
        redraw();
        const unread = reads.filter((n) => n === 0).length;
        more = unread ? ` ${unread} of ${reads.length} pixels ${unread === 1 ? "is" : "are"} read by no window (×).` : " Every pixel is read.";
      } else {
        const wrong = sentence ? "≠" : "=";
        const second = { name: "b", shape: other, color: 2, marked: sentence ? differing(given, other).filter((i) => k !== concat || i !== 1) : [] };
        blocks({
          [add]: [{ name: "a", shape: given }, { sign: "+" }, second],
          [concat]: [{ name: "a", shape: given }, { sign: "," }, second],
          [linear]: [{ name: "x", shape: given }, ...(shapes.flatten ? [{ sign: "→" }, { name: "flattened", shape: shapes.flatten, marked: sentence ? [1] : [] }] : [])],
        }[k]?.concat(y ? [{ sign: k === linear ? "→" : wrong }, { name: "y", shape: y, color: 3 }] : [])
          ?? [{ name: "x", shape: given }, ...(y ? [{ sign: "→" }, { name: "y", shape: y, color: 3 }] : [])]);
      }
      title(sentence ?? `${kinds[k]}: ${text(given)} becomes ${text(y)}.`);
      tell(sentence ?? `${text(given)} becomes ${text(y)}.${more}`, sentence);
    });
  },
});
