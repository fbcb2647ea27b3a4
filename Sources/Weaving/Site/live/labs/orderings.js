// Chapter 5: the gradient along n blocks of each of the five orderings, and along one of their two paths.
"use strict";

{
  const { short } = lab;
  const orderings = [
    ["original", "relu(x + bn(conv(relu(bn(conv(x))))))"],
    ["BN after addition", "relu(bn(x + conv(relu(bn(conv(x))))))"],
    ["ReLU before addition", "x + relu(bn(conv(relu(bn(conv(x))))))"],
    ["ReLU-only pre-activation", "x + bn(conv(relu(bn(conv(relu(x))))))"],
    ["full pre-activation", "x + conv(relu(bn(conv(relu(bn(x))))))"],
  ];
  const paths = ["both", "shortcuts alone", "branches alone"];
  const ratio = (norms) => norms[0] / norms.at(-1);

  lab("orderings", {
    title: "The gradient along a hundred blocks",
    picture: "The gradient norm along a hundred blocks of each of five orderings",
    question: "BN after addition, a hundred blocks: relu(bn(x + F(x))). If the gradient comes back along the shortcuts alone, it decays to less than a billionth; along the branches alone, to less than a thousandth. Along both it …",
    choices: ["decays like the slower of the two", "keeps about its size", "grows more than a thousandfold"],

    async settle(engine) {
      const found = [];
      for (const path of [0, 1, 2]) found.push(ratio(await engine.numbers("path_norms", [1, 50, path, 1])));
      return {
        choice: found[0] > 1000 ? 2 : found[0] > 0.1 ? 1 : 0,
        because: `At the start it is ${short(found[1])} of that at the end along the shortcuts, ${short(found[2])} along the branches, and ${short(found[0])} times that along both.`,
      };
    },

    async build(l) {
      const blocks = l.slider("Blocks", { min: 2, max: 100, step: 2, value: 100, show: String });
      const seed = l.number("Seed", { min: 1, max: 999 });
      const five = l.chart({ label: "Norm of the gradient along the blocks of each ordering", x: "blocks passed", y: "norm of the gradient", log: true, height: 300 });
      const ordering = l.choice("One of them, by its paths", orderings.map(([name]) => name), 1);
      const formula = l.text();
      const cut = l.chart({ label: "Norm of the gradient along both paths and along one alone", x: "blocks passed", y: "norm of the gradient", log: true, height: 300 });
      const table = l.table({ label: "The gradient at the start, divided by that at the end" });

      // What was computed once is kept.
      const known = new Map();
      const norms = async (which, path) => {
        const values = [which, blocks.value / 2, path, seed.value], key = values.join(" ");
        if (!known.has(key)) known.set(key, await l.engine.numbers("path_norms", values));
        return known.get(key);
      };
      const line = (name, values, color) => ({ name, values, xs: values.map((_, i) => i), color });

      await l.update(async () => {
        const now = [blocks.value, seed.value, ordering.value].join();
        const isStale = () => now !== [blocks.value, seed.value, ordering.value].join();
        const chosen = ordering.value, [name, text] = orderings[chosen];
        formula.show(`${name}: ${text}`);
        const alone = [];
        for (const path of [0, 1, 2]) {
          if (isStale()) return;
          alone.push(await norms(chosen, path));
        }
        cut.lines(alone.map((values, path) => line(paths[path], values, path)));
        const factor = (values) => ratio(values) ** (1 / (values.length - 1));
        table.show(["paths", "start : end", "factor per block", "of both, at the start"],
          alone.map((values, path) => [paths[path], short(ratio(values)), short(factor(values)), short(values[0] / alone[0][0])]));
        const [both, shortcuts, branches] = alone.map(factor);
        l.say(`${name}, ${blocks.value} blocks: at the start the gradient is ${short(ratio(alone[0]))} times that at the end; the shortcuts alone give ${short(ratio(alone[1]))}, the branches alone ${short(ratio(alone[2]))}.`
          + (chosen === 1 ? ` Per block ${short(shortcuts)} and ${short(branches)}, whose squares add up to ${short(Math.hypot(shortcuts, branches))}²; both together have ${short(both)}.` : ""));
        const all = [];
        for (const [i, [name]] of orderings.entries()) {
          if (isStale()) return;
          all.push(line(name, await norms(i, 0), i));
        }
        five.lines(all);
      });
    },
  });
}
