// Chapter 3: five implementation variants of the residual block, with the same weights, on the same input.
"use strict";

lab("variants", {
  title: "One input, five variants",
  picture: "One channel of an input, and the same channel of what five variants of the residual block with equal weights make of it",
  question: "The ResNet-18 notebook’s convolutions have biases, those of He 2015 have none. Given equal kernels and the same input, in training mode, at stride 1, the outputs of the two blocks …",
  choices: ["are the same, but for rounding", "differ by one number in each channel", "differ everywhere"],

  async settle(engine) {
    const { blocks } = lab.variantsIn(await engine.numbers("variants", [1, 1, 0, 1, 0, 2]));
    const { largest, within, size } = blocks[1];
    return {
      choice: largest < 1e-4 * size ? 0 : within < 1e-4 * size ? 1 : 2,
      because: `They are apart by at most ${lab.short(largest)}, their numbers have a root mean square of ${lab.short(size)}:`
        + " the norm behind each convolution subtracts the mean of the batch, and each bias with it.",
    };
  },

  async build(l) {
    const names = ["MNIST notebook", "ResNet-18 notebook", "He 2015", "pre-activation notebook", "He 2016"];
    const blockOf = ["the MNIST notebook’s", "the ResNet-18 notebook’s", "that of He 2015", "the pre-activation notebook’s", "that of He 2016"];
    const titles = ["MNIST", "ResNet-18", "He 2015", "pre-activation", "He 2016"];
    const mode = l.choice("Mode", ["training", "evaluation"], 0);
    const shape = l.choice("Block", ["4 channels to 4", "4 to 8, stride 2"], 0);
    const seed = l.number("Seed", { min: 1, max: 999 });
    l.row();
    const batches = l.slider("Batches seen before, in training mode", { min: 0, max: 20, value: 0, show: String });
    const channel = l.slider("Channel shown", { min: 0, max: 7, value: 0, show: (c) => String(c % (shape.value ? 8 : 4)) });
    l.row();
    const reference = l.choice("Compare with", titles, 2);
    const outputs = l.images({ label: "Input and outputs of one channel", side: 96 });
    const caption = l.text();
    const differences = l.images({ label: "Differences of the outputs of one channel", side: 96 });
    const table = l.table({ label: "How far apart the outputs are" });

    await l.update(async () => {
      const stride = 1 + shape.value, shown = channel.value % (4 * stride);
      channel.value = channel.value;  // Its number depends on how many there are.
      if (stride === 2 && reference.value === 0) reference.value = 1;
      const { x, blocks } = lab.variantsIn(await l.engine.numbers(
        "variants", [seed.value, stride, batches.value, 1 - mode.value, shown, reference.value]));
      const other = blocks[reference.value], there = blocks.map((block, i) => ({ ...block, i })).filter(({ side }) => side);
      const scale = 0.6 * Math.max(...[x, ...there.map(({ map }) => map)].flatMap((map) => [...map].map(Math.abs)));
      const image = (title, values, side, scale) => ({ title, values, width: side, height: side, signed: true, scale });
      outputs.show([image("x", x, 14, scale), ...there.map(({ i, map, side }) => image(titles[i], map, side, scale))]);
      const apart = there.map((block) => ({ ...block, map: block.map.map((y, k) => y - other.map[k]) }));
      const most = Math.max(0.001, ...apart.flatMap(({ map }) => [...map].map(Math.abs)));
      caption.show(`Red is positive, blue negative; full color is ±${lab.short(scale, 2)} or more.`
        + ` Below, each minus ${names[reference.value]}, where full color is ±${lab.short(most, 2)}:`);
      differences.show(apart.filter(({ i }) => i !== reference.value).map(({ i, map, side }) => image(titles[i], map, side, most)));
      const kind = ({ largest, within }) => largest < 1e-4 * other.size ? "rounding"
        : within < 1e-4 * other.size ? "one number per channel" : "everywhere";
      const head = ["variant", "root mean square", "apart by at most", "but for one number per channel", "difference"];
      table.show(head, there.map((block) => block.i === reference.value
        ? [names[block.i], lab.short(block.size), "–", "–", "–"]
        : [names[block.i], lab.short(block.size), lab.short(block.largest), lab.short(block.within), kind(block)]));
      const alike = (wanted) => there.filter((block) => block.i !== reference.value && kind(block) === wanted).map(({ i }) => blockOf[i]);
      const [same, constant] = [alike("rounding"), alike("one number per channel")];
      l.say(`Beside ${blockOf[reference.value]}, `
        + (same.length ? `${same.join(" and ")} returns the same, but for rounding` : "no block returns the same")
        + (constant.length ? `; ${constant.join(" and ")} differs by one number per channel` : "") + "."
        + (stride === 2 ? " The MNIST notebook’s block cannot change the shape." : ""));
    });
  },
});

/// The answer of the engine: the map of x, and each block's map with how far it is from another's.
lab.variantsIn = (numbers) => {
  const blocks = [];
  let at = 196;
  for (let i = 0; i < 5; i++) {
    const [side, size, largest, within] = numbers.slice(at, at + 4);
    blocks.push({ side, size, largest, within, map: numbers.slice(at + 4, at + 4 + side * side) });
    at += 4 + side * side;
  }
  return { x: numbers.slice(0, 196), blocks };
};
