// Chapter 2: its net learns drawn digits in the page, reads one that is drawn by hand, and shows what a block adds to it.
"use strict";

{
  const trained = 12000, tested = 2000, batch = 64, epoch = Math.ceil(trained / batch);
  const usual = { rate: 0.01, momentum: 0.5 }, tried = 0.1, trial = 50;
  const begin = (engine, seed, rate, momentum) => engine.value("begin", [seed, trained, tested, rate, momentum]);
  const mean = (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

  /// At most about 400 points, each the mean of as many losses.
  const thinned = (losses) => {
    const every = Math.ceil(losses.length / 400), xs = [], values = [];
    for (let i = 0; i < losses.length; i += every) {
      const some = losses.slice(i, i + every);
      xs.push(i + some.length);
      values.push(mean(some));
    }
    return { xs, values };
  };

  lab("digits", {
    title: "A net that learns while you watch",
    picture: "The losses of the first fifty steps with learning rates of 0.01 and 0.1",
    question: `The net begins to learn with the chapter’s learning rate of ${usual.rate}, and once more with ${tried}, ten times as much. After ${trial} steps, the loss of the second is …`,
    choices: ["much lower", "about the same", "much higher: its steps are too long"],

    /// Both trainings are drawn as they go on, from the chapter's seed.
    async settle(engine) {
      const l = lab.all.digits;
      l.curves = l.chart({ label: "Loss of each step", x: "step", y: "loss", from: 0, height: 260 });
      l.trials = [];
      for (const rate of [usual.rate, tried]) {
        const losses = [];
        l.trials.push({ name: `trial, ${rate}`, values: losses, dashed: true, color: l.trials.length + 1 });
        await begin(engine, 1, rate, usual.momentum);
        while (losses.length < trial) {
          losses.push(await engine.value("learn"));
          l.curves.lines(l.trials);
        }
      }
      const [slow, fast] = l.trials.map(({ values }) => mean(values.slice(-10)));
      return {
        choice: fast < slow / 1.5 ? 0 : fast < slow * 1.5 ? 1 : 2,
        because: `The last ten losses are ${lab.short(slow)} on the average with ${usual.rate}, and ${lab.short(fast)} with ${tried}. Is there a rate that is too high? Try it below.`,
      };
    },

    async build(l) {
      const guarded = (work) => lab.latest(async () => { try { await work(); } catch (error) { l.fail(error); } });
      // The training.
      const start = l.button("Start", () => (running ? pause() : run()), { main: true });
      const one = l.button("One step", async () => { await pause(); await step(); await look(); });
      const again = l.button("Reset", () => reset());
      const seed = l.number("Seed", { min: 1, max: 999 }, { changed: guarded(() => reset()) });
      l.row();
      const rate = l.slider("Learning rate", { min: -3, max: 0, step: 0.1, value: Math.log10(usual.rate), show: (x) => lab.short(10 ** x, 2) }, { changed: () => rates() });
      const momentum = l.slider("Momentum", { min: 0, max: 0.95, step: 0.05, value: usual.momentum }, { changed: () => rates() });
      const state = l.text();
      state.element.setAttribute("role", "status");
      l.output(l.curves.element);
      const right = l.chart({ label: "Test digits recognized", x: "step", y: "test digits recognized, of 100", from: 0, to: 100, height: 190 });

      let running = null, isWanted = false, losses = [], accuracies = [], spent = 0;
      const settings = () => [10 ** rate.value, momentum.value];
      const rates = () => l.engine.value("set_rates", settings());

      const show = () => {
        l.curves.lines([...(losses.length ? [{ name: "here", ...thinned(losses), color: 0 }] : []), ...l.trials]);
        right.lines([{ name: "recognized", xs: accuracies.map(([step]) => step), values: accuracies.map(([, share]) => share) }]);
      };
      let planned = false;
      const showSoon = () => {
        if (planned) return;
        planned = true;
        requestAnimationFrame(() => { planned = false; show(); });
      };
      const test = async (count) => {
        const share = 100 * await l.engine.value("correct", [count]) / count;
        accuracies.push([losses.length, share]);
        return share;
      };

      const step = async () => {
        const from = performance.now();
        losses.push(await l.engine.value("learn"));
        spent += performance.now() - from;
        const count = losses.length;
        if (count % epoch === 0) {
          const share = await test(tested);
          state.show(`Epoch ${count / epoch}: mean loss ${mean(losses.slice(-epoch)).toFixed(4)}, ${Math.round(share * tested / 100).toLocaleString("en")} of ${tested.toLocaleString("en")} test digits.`);
        } else if (count % 25 === 0) {
          const share = await test(500);
          state.show(`Step ${count}: loss ${lab.short(losses.at(-1))}, ${share.toFixed(1)} of 100 test digits; ${Math.round(spent / count)} ms a step.`);
          look();
        } else if (!running) state.show(`Step ${count}: loss ${lab.short(losses.at(-1))}.`);
        showSoon();
      };

      // Out of the window nothing is learned.
      let seen = () => {};
      new IntersectionObserver(() => seen()).observe(l.place);
      const want = (wanted) => { [isWanted, start.label] = [wanted, wanted ? "Pause" : "Start"]; };
      const run = () => {
        want(true);
        return running ??= (async () => {
          try {
            while (isWanted) {
              if (l.visible) await step();
              else await new Promise((done) => { seen = done; });
            }
          } finally {
            want(false);
            running = null;
          }
          await look();
        })();
      };
      const pause = async () => {
        want(false);
        seen();
        await running;
      };
      const reset = async () => {
        await pause();
        l.trouble.hidden = true;
        [losses, accuracies, spent] = [[], [], 0];
        state.show(`${(trained + tested).toLocaleString("en")} digits are drawn …`);
        const count = await begin(l.engine, seed.value, ...settings());
        await test(500);
        state.show(`Nothing is learned yet. The net has ${count.toLocaleString("en")} parameters.`);
        show();
        await look();
      };

      // The weights of the chapter's own training, where the book has them.
      if (lab.weights) {
        l.row();
        l.button("Load the weights of ten epochs on MNIST", async () => {
          await pause();
          const { parameters, said } = await lab.weights();
          const names = (await l.engine.text("parameter_names")).split("\n");
          for (const [i, name] of names.entries()) await l.engine.value("set_parameter", [i, parameters[name].length], parameters[name]);
          [losses, accuracies, spent] = [[], [], 0];
          const share = await test(tested);
          state.show(`${said} Of the drawn test digits, which it has not seen, it recognizes ${share.toFixed(1)} of 100.`);
          show();
          await look();
        });
      } else {
        const none = l.text();
        none.element.classList.add("lab-note");
        none.show("The weights of the chapter’s ten epochs on MNIST cannot be loaded here: this copy of the book was made on a machine where chapter 2 was not run on MNIST.");
      }

      // The digit.
      l.output(lab.html("h4", {}, "Draw a digit"));
      let sample = 0;
      const paper = l.paper({ label: "Paper to draw a digit on", changed: () => { sample = null; look(); } });
      const guess = l.text(), bars = l.chart({ label: "Probability of each digit", to: 1 });
      guess.element.setAttribute("role", "status");
      const given = lab.html("img", { class: "pixels", width: 56, height: 56, alt: "The picture that the net is given" });
      l.output(lab.html("div", { class: "lab-draw" },
        lab.html("div", {}, paper.element, lab.html("p", { class: "lab-note lab-given" }, given, "what the net is given: 28 × 28 pixels, the digit in the middle")),
        lab.html("div", {}, guess.element, bars.element)));
      l.button("Clear", () => paper.clear());
      let next = 0;
      l.button("A test digit", () => { next = (next + 1) % tested; sample = next; return look(); });

      // What the block makes of it.
      l.output(lab.html("h4", {}, "What a residual block makes of it"));
      const block = l.choice("Block", ["first, 16 channels", "second, 32 channels"], 0, { changed: () => look() });
      const channel = l.slider("First of four channels", { min: 1, max: 29, value: 1, show: String }, { changed: () => look() });
      const maps = l.blockMaps();

      const look = guarded(async () => {
        if (sample === null && paper.isEmpty) {
          bars.bars([...Array(10).keys()].map((digit) => ({ name: String(digit), value: 0, text: "" })));
          given.removeAttribute("src");
          guess.show("Nothing is drawn.");
          return maps.show(null);
        }
        const drawn = sample === null ? paper.points : null;
        const answer = drawn
          ? await l.engine.numbers("look", [drawn.length, block.value + 1], drawn)
          : await l.engine.numbers("look_at_test", [sample, block.value + 1]);
        const pixels = lab.painted({ values: answer.subarray(0, 784), width: 28, height: 28 });
        given.src = pixels;
        if (!drawn) paper.lay(pixels);
        const scores = [...answer.subarray(784, 794)], best = scores.indexOf(Math.max(...scores));
        bars.bars(scores.map((value, digit) => ({ name: String(digit), value: value || 0, text: `${(100 * value).toFixed(1)} %`, strong: digit === best })));
        guess.show(best < 0 ? "Its scores are no numbers: its steps were too long." : `The net reads a ${best}.`);
        const [channels, side] = block.value ? [32, 4] : [16, 12];
        channel.element.querySelector("input").max = channels - 3;
        channel.value = Math.min(channel.value, channels - 3);
        maps.show(answer.subarray(794), channels, side, channel.value);
      });
      await reset();
    },
  });
}
