// Chapter 3: what an operation makes of a shape, where its window goes, and which shortcut fits a block.
"use strict";

lab("shapes", {
  title: "Shapes that fit",
  picture: "A 3 × 3 window with stride 2 over an image of 8 × 8 pixels, the pixels that it never reads, and the 3 × 3 numbers it returns",
  question: "A 3 × 3 window slides over an image of 8 × 8 pixels with stride 2 and without padding. How many pixels does no window read?",
  choices: ["none", "8", "15", "16"],

  async settle(engine) {
    const reads = await engine.numbers("window_reads", [8, 8, 3, 2, 0]);
    return {
      choice: [0, 8, 15, 16].indexOf(reads.filter((n) => n === 0).length),
      because: "The windows begin at rows 0, 2 and 4; the last ends at row 6, and row 7 and column 7 are left."
        + " With a padding of 1 there is a fourth row of windows, which reads them.",
    };
  },

  async build(l) {
    const kinds = ["convolution", "max pooling", "global average", "batch norm", "addition", "concatenation", "flatten + linear", "residual block"];
    const [conv, pool, , norm, add, concat, linear, block] = kinds.keys();
    const kind = l.choice("Operation", kinds, conv);
    const size = (label, value, max = 512) => l.number(label, { min: 0, max, value });
    l.row();
    const x = [size("N, images", 4), size("C, channels", 3), size("H, height", 8, 256), size("W, width", 8, 256)];
    l.row();
    const b = [size("b: N", 4), size("b: C", 3), size("b: H", 8, 256), size("b: W", 8, 256)];
    const kernels = size("O, outputs", 6), expected = size("C of a kernel", 3), features = size("I, features", 192, 1 << 20);
    const channels = size("C of the norm", 3);
    const kernel = size("K, kernel size", 3, 32), stride = size("stride", 2, 16), padding = size("padding", 0, 16);
    const shortcut = l.choice("Shortcut", ["identity", "A: pad with zeros", "1 × 1", "1 × 1 with the stride"], 0);
    const optional = [...b.map((one) => [one, add, concat]), [kernels, conv, linear, block], [expected, conv], [features, linear],
      [channels, norm], [kernel, conv, pool], [stride, conv, pool, block], [padding, conv, pool], [shortcut, block]];
    const row = kernels.element.parentElement;
    const explained = lab.html("figcaption", { class: "lab-readout" });
    const { picture, show } = lab.drawing(l, "What the operation makes of the shape", explained);
    picture.classList.add("lab-shapes");
    picture.setAttribute("tabindex", "0");
    const table = l.table({ label: "The four shortcuts" });
    let at = [0, 0], windows = null, shownKind = null;

    // Another cell of the result: with the arrow keys, or by pointing at it.
    const look = (row, column) => {
      if (!windows) return;
      const { kernel, stride, padding, out, height, width } = windows;
      at = [row, column].map((n, i) => Math.min(out[i] - 1, Math.max(0, n)));
      show((room) => lab.windows(room, { ...windows, at }));
      const [top, left] = at.map((n) => n * stride - padding);
      const inside = (first, end) => Math.max(0, Math.min(end, first + kernel) - Math.max(0, first));
      const pixels = inside(top, height) * inside(left, width), zeros = kernel * kernel - pixels;
      explained.textContent = `y, row ${at[0]}, column ${at[1]}: its window begins at row ${top}, column ${left}`.replaceAll("-", "−")
        + (padding ? ` and reads ${pixels} pixels and ${zeros} of the padding.` : ".") + " Arrow keys move it.";
    };
    picture.addEventListener("keydown", (e) => {
      const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key];
      if (!way || !windows) return;
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
      const named = lines.filter(([name]) => name).map(([name, shape]) => [name, JSON.parse(shape)]);
      return { sentence: lines.at(-1)[0] === "" ? lines.at(-1)[1] : null, shapes: Object.fromEntries(named) };
    };
    const differing = (a, b) => a.map((n, i) => n !== b[i] ? i : -1).filter((i) => i >= 0);
    const written = (shape) => `[${shape.join(", ")}]`;
    const tell = (text, isWrong) => {
      picture.setAttribute("aria-label", text);
      l.said.classList.toggle("is-wrong", !!isWrong);
      l.say(text);
    };

    const showBlock = async (given) => {
      const all = [];
      for (let i = 0; i < 4; i++) all.push(steps(await l.engine.text("block_steps", [i, kernels.value, stride.value], given)));
      const { shapes, sentence } = all[shortcut.value], s = stride.value;
      const words = ["identity", "zeros for channels", "1 × 1", `1 × 1, stride ${s}`][shortcut.value];
      const marked = sentence && shapes.branch && shapes.shortcut ? differing(shapes.branch, shapes.shortcut) : [];
      show((width) => lab.twoPaths(width, {
        x: given, y: shapes.y, marked,
        branch: { words: `${width < 520 ? "" : "branch: "}3 × 3, stride ${s}; 3 × 3`, shape: shapes.branch },
        shortcut: { words: `${width < 520 ? "" : "shortcut: "}${words}`, shape: shapes.shortcut },
      }));
      const names = ["identity", "A: every stride-th pixel, channels of zeros", "1 × 1 convolution, stride 1",
        "1 × 1 convolution with the block’s stride"];
      table.show(["shortcut", "its shape", "fits"], all.map(({ shapes, sentence }, i) =>
        [names[i], shapes.shortcut ? written(shapes.shortcut) : "–", sentence ? "no" : "yes"]));
      const fitting = all.filter(({ sentence }) => !sentence).length;
      tell(sentence ?? `It fits: the block returns ${written(shapes.y)}. Of the four shortcuts, ${fitting} ${fitting === 1 ? "fits" : "fit"}.`, sentence);
    };

    await l.update(async () => {
      const k = kind.value, values = (list) => list.map((one) => one.value), given = values(x);
      if (k !== shownKind) row.replaceChildren(...optional.filter(([, ...kinds]) => kinds.includes(k)).map(([{ element }]) => element));
      shownKind = k;
      table.element.hidden = k !== block;
      windows = null;
      explained.textContent = "";
      if (k === block) return showBlock(given);
      const others = { [conv]: [...values([kernels, expected, kernel]), kernel.value], [norm]: [channels.value], [add]: values(b),
        [concat]: values(b), [linear]: values([kernels, features]) };
      const other = others[k] ?? [], slide = values([kernel, stride, padding]);
      const { sentence, shapes } = steps(await l.engine.text("shape_steps", [k, other.length, ...slide], [...given, ...other]));
      let more = "";
      if (shapes.y && (k === conv || k === pool)) {
        const reads = await l.engine.numbers("window_reads", [given[2], given[3], ...slide]);
        windows = { height: given[2], width: given[3], kernel: slide[0], stride: slide[1], padding: slide[2], reads, out: shapes.y.slice(2) };
        look(...at);
        const unread = reads.filter((n) => n === 0).length;
        more = unread ? ` ${unread} of ${reads.length} pixels ${unread === 1 ? "is" : "are"} read by no window (×).` : " Every pixel is read.";
      } else {
        const terms = [{ name: k === add || k === concat ? "a" : "x", shape: given }];
        const marked = sentence ? differing(given, other).filter((i) => k !== concat || i !== 1) : [];
        if (k === add || k === concat) terms.push({ sign: k === add ? "+" : "," }, { name: "b", shape: other, color: 2, marked });
        if (shapes.flatten) terms.push({ sign: "→" }, { name: "flattened", shape: shapes.flatten, marked: sentence ? [1] : [] });
        if (shapes.y) terms.push({ sign: k === add || k === concat ? "=" : "→" }, { name: "y", shape: shapes.y, color: 3 });
        show((width) => lab.tensors(width, terms));
      }
      tell(sentence ?? `${written(given)} becomes ${written(shapes.y)}.${more}`, sentence);
    });
  },
});
