// Chapter 1: a number through a chain of functions, and the product of their slopes.
"use strict";

lab("slopes", {
  title: "A product of slopes",
  picture: "The slope of each of twenty sigmoids, and the product of all slopes up to it, which falls to a trillionth",
  question: "A number goes through twenty sigmoids. It changes by 0.001. The result changes by …",
  choices: ["about 0.001", "about a millionth of that", "less than a billionth of that"],

  async settle(engine) {
    const derivative = (await engine.numbers("slopes", [20, 0, 0, 1, 0])).at(-1);
    return {
      choice: derivative > 0.1 ? 0 : derivative > 1e-9 ? 1 : 2,
      because: `The derivative is ${lab.short(derivative)}: twenty slopes of at most a quarter, multiplied.`,
    };
  },

  async build(l) {
    const activation = l.choice("Function", ["sigmoid", "tanh", "ReLU"], 0);
    const residual = l.toggle("Its input is added to its result");
    l.row();
    const count = l.slider("How many", { min: 1, max: 60, value: 20, show: String });
    const x = l.slider("First number", { min: -3, max: 3, step: 0.1, value: 0 });
    const weight = l.slider("Weight before each", { min: 0.1, max: 4, step: 0.1, value: 1 });
    const chart = l.chart({ label: "The slope of each function, and the product of all up to it", x: "function", y: "", log: true });
    await l.update(async () => {
      const n = count.value;
      const numbers = await l.engine.numbers("slopes", [n, activation.value, x.value, weight.value, residual.value]);
      const [results, slopes, derivatives] = [0, 1, 2].map((i) => numbers.slice(i * n, (i + 1) * n));
      chart.lines([
        { name: "slope of this function", values: slopes },
        { name: "product so far: the derivative", values: derivatives, color: 5 },
      ]);
      const product = slopes.reduce((product, slope) => product * slope, 1);
      l.say(`After ${n}: the number is ${lab.short(results.at(-1))}. The tape’s derivative is ${lab.short(derivatives.at(-1))}; the slopes multiplied are ${lab.short(product)}.`);
    });
  },
});
