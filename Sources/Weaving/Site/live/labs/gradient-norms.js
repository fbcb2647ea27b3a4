// Chapter 1: the gradient norm of each layer of a deep net, before any training.
"use strict";

lab("gradient-norms", {
  title: "Gradients through a deep net",
  picture: "The gradient norm of the weight of each of thirty tanh layers without shortcuts",
  question: "Thirty layers with a sigmoid, no shortcut. Beside the gradient norm of the last layer’s weight, that of the first is …",
  choices: ["about the same", "about a thousandth", "less than a millionth"],

  async settle(engine) {
    const norms = await engine.numbers("norms", [30, 0, 0, 1, 1]);
    const share = norms[0] / norms.at(-1);
    return {
      choice: share < 1e-6 ? 2 : share < 0.1 ? 1 : 0,
      because: `It is ${lab.short(norms[0])} at the first layer and ${lab.short(norms.at(-1))} at the last.`,
    };
  },

  async build(l) {
    const depth = l.slider("Layers", { min: 2, max: 60, value: 30, show: String });
    const scale = l.slider("First weights, times", { min: -1, max: 1, step: 0.05, value: 0, show: (x) => lab.short(10 ** x) });
    l.row();
    const activation = l.choice("Activation", ["sigmoid", "tanh", "ReLU"], 1);
    const residual = l.toggle("A shortcut around each layer");
    const seed = l.number("Seed", { min: 1, max: 999 });
    const chart = l.chart({ label: "Gradient norm of each layer’s weight", x: "layer", y: "gradient norm", log: true });
    await l.update(async () => {
      const norms = await l.engine.numbers(
        "norms", [depth.value, activation.value, residual.value, 10 ** scale.value, seed.value]);
      chart.lines([{ name: "gradient norm", values: norms }]);
      const zeros = norms.filter((norm) => norm === 0).length;
      l.say(`Layer 1: ${lab.short(norms[0])}. Layer ${norms.length}: ${lab.short(norms.at(-1))}. The first is ${lab.short(norms[0] / norms.at(-1))} of the last.`
        + (zeros ? ` ${zeros} are 0: too small for a Float.` : ""));
    });
  },
});
