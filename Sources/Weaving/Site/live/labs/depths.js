// Chapter 4: shapes, parameters and multiply-adds of a residual net of any depth and width.
"use strict";

lab("depths", {
  title: "Depth and width",
  picture: "The blocks of ResNet-50 in its four stages, and each stage’s share of the parameters and of the multiply-adds",
  question: "ResNet-50 has as many blocks as ResNet-34, but they return four times as many channels. Beside ResNet-34 it needs …",
  choices: ["about as many multiply-adds", "twice as many", "four times as many"],

  async settle(engine) {
    const shallow = await lab.depthIn(engine, [34, 0, 64, 224, 3, 1000]);
    const deep = await lab.depthIn(engine, [50, 0, 64, 224, 3, 1000]);
    const ratio = deep.multiplyAdds / shallow.multiplyAdds;
    return {
      choice: ratio < 1.4 ? 0 : ratio < 3 ? 1 : 2,
      because: `It needs ${lab.short(deep.multiplyAdds / 1e9)} billion for an image of 224 × 224, ResNet-34 ${lab.short(shallow.multiplyAdds / 1e9)}:`
        + " only 1 × 1 convolutions see all channels, the 3 × 3 in the middle sees a quarter of them.",
    };
  },

  async build(l) {
    const depths = [18, 34, 50, 101, 152];
    const depth = l.choice("Layers", depths, 2);
    const variants = ["torchvision’s", "the notebook’s"], variant = l.choice("Variant", variants, 0);
    l.row();
    const width = l.slider("Width: channels of the stem", { min: 8, max: 128, step: 8, value: 64, show: String });
    const side = l.slider("Image", { min: 32, max: 320, step: 32, value: 224, show: (n) => `${n} × ${n}` });
    l.row();
    const color = l.choice("Pixels", ["gray", "color"], 1);
    const classes = l.number("Classes", { min: 2, max: 1000, value: 1000 });
    const { picture, show } = lab.drawing(l, "The net’s stages");
    picture.classList.add("lab-depths");
    const table = l.table({ label: "The net part by part" });
    const whole = (n) => n.toLocaleString("en"), { svg } = lab;
    const percent = (share) => share > 0 && share < 0.01 ? "< 1 %" : `${Math.round(100 * share)} %`;

    const draw = (net) => show((room) => {
      const narrow = room < 520;
      const groups = [
        { name: "stem", parts: net.stem, count: 1 },
        ...net.stages.map((part, i) => ({ name: narrow ? `${i + 1}` : `stage ${i + 1}`, parts: [part], count: net.blocks[i], isStage: true })),
        { name: "head", parts: net.head, count: 1 },
      ];
      const all = groups.reduce((sum, { count }) => sum + count, 0), least = narrow ? 44 : 74;
      const free = room - least * groups.length, nodes = [], foot = 124, base = 296;
      const write = (x, y, text, look = "axis") => nodes.push(svg("text", { x, y, class: look }, text));
      write(0, 12, narrow ? "a bar per block; channels, pixels" : "a bar for each block, higher for larger maps; below it channels, height × width");
      const bars = [["parameters", "bar-1"], ["multiplyAdds", "bar-2"]];
      let legend = 0;
      for (const [name, look] of [["parameters", "bar-1"], ["multiply-adds", "bar-2"]]) {
        nodes.push(svg("rect", { x: legend, y: 198, width: 11, height: 11, rx: 2, class: look }));
        write(legend + 16, 208, name);
        legend += 34 + 7.2 * name.length;
      }
      write(legend, 208, narrow ? "shares" : "each part’s share of the whole net");
      nodes.push(svg("line", { class: "grid", x1: 0, x2: room, y1: base, y2: base }));
      const shares = groups.map(({ parts }) => bars.map(([number]) => parts.reduce((sum, part) => sum + part[number], 0) / net[number]));
      const highest = Math.max(...shares.flat());
      let left = 0;
      for (const [at, { name, parts, count, isStage }] of groups.entries()) {
        const wide = least + free * count / all, shape = parts.at(name === "head" ? 0 : -1).shape, middle = left + wide / 2;
        const high = Math.max(4, 84 * Math.sqrt(shape[2] / net.stem.at(-1).shape[2])), step = Math.min(15, (wide - 8) / count);
        for (let i = 0; i < count; i++) {
          const x = middle + step * (i - count / 2 + 0.1);
          nodes.push(svg("rect", { x, y: foot - high, width: Math.max(1, step * 0.8), height: high, rx: Math.min(2, step / 4),
            class: isStage ? "sheet sheet-1" : "sheet sheet-3" }));
        }
        const label = (y, text, look) => nodes.push(svg("text", { x: middle, y, "text-anchor": "middle", class: look }, text));
        label(foot + 18, name, "strong");
        label(foot + 35, String(shape[1]));
        label(foot + 51, narrow ? `${shape[2]}²` : `${shape[2]} × ${shape[3]}`, "axis");
        if (isStage) label(foot - high - 7, String(count), "axis");
        shares[at].forEach((share, i) => {
          const x = middle + (i ? 2 : -20), h = 72 * share / highest;
          nodes.push(svg("rect", { x, y: base - h, width: 18, height: Math.max(0.5, h), rx: Math.min(2, h / 2), class: bars[i][1] }));
        });
        label(base + 18, percent(shares[at][0]), "axis");
        label(base + 34, percent(shares[at][1]), "axis");
        left += wide;
      }
      return { height: base + 40, nodes };
    });

    await l.update(async () => {
      const settings = [depths[depth.value], variant.value, width.value, side.value, color.value ? 3 : 1, classes.value];
      const net = await lab.depthIn(l.engine, settings);
      const name = `ResNet-${net.depth}`;
      draw(net);
      picture.setAttribute("aria-label", `${name}: ${net.blocks.join(", ")} blocks in four stages.`);
      const rows = [["stem", net.stem], ...net.stages.map((part, i) => [`stage\u00a0${i + 1}`, [part]]), ["head", net.head]];
      const sum = (parts, number) => whole(parts.reduce((sum, part) => sum + part[number], 0));
      table.show(["part", "shape after it", "parameters", "multiply-adds"], rows.map(([name, parts]) =>
        [name, `[${parts.at(-1).shape.join(", ")}]`, sum(parts, "parameters"), sum(parts, "multiplyAdds")]));
      l.say(`${name}, ${variants[variant.value]} variant, width ${width.value}: ${whole(net.parameters)} parameters,`
        + ` ${whole(net.multiplyAdds)} multiply-adds for one image of ${net.side} × ${net.side}.`
        + ` The longest path has ${net.depth} layers with weights.`);
    });
  },
});

/// What the engine counts of a net: `[layers, variant, width, side, channels, classes]`.
lab.depthIn = async (engine, settings) => {
  const [head, ...lines] = (await engine.text("depth_counts", settings)).split("\n").map((line) => line.split("\t"));
  const parts = lines.map(([shape, parameters, multiplyAdds]) => ({ shape: JSON.parse(shape), parameters: +parameters, multiplyAdds: +multiplyAdds }));
  const total = (number) => parts.reduce((sum, part) => sum + part[number], 0);
  return {
    depth: +head[0], blocks: JSON.parse(head[1]), side: settings[3], parameters: total("parameters"), multiplyAdds: total("multiplyAdds"),
    stem: parts.slice(0, -6), stages: parts.slice(-6, -2), head: parts.slice(-2),
  };
};
