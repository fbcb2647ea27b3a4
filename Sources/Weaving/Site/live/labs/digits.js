// Chapter 2: its net learns drawn digits in the page, reads one that is drawn by hand, and shows what a block adds to it.
"use strict";

lab("digits", {
  title: "A net that learns while you watch",
  picture: "The losses of the first thirty steps, with learning rates of 0.01 and 0.1",
  question: "The net begins to learn with the chapter’s learning rate of 0.01, and once more with 0.1, ten times as much. After thirty steps the second loss is …",
  choices: ["much lower", "about the same", "much higher: its steps are too long"],

  pictures: [12000, 2000], batch: 64, momentum: 0.5,
  begin(engine, seed, rate, momentum) { return engine.value("begin", [seed, ...this.pictures, rate, momentum]); },

  drawLosses(l) {
    l.curves ??= l.chart({ label: "Loss of each step", x: "step", y: "loss", from: 0, height: 260 });
    l.trials ??= [];
  },

  /// Both trainings are drawn as they go on, from the chapter's seed.
  async settle(engine) {
    const l = lab.all.digits;
    this.drawLosses(l);
    for (const rate of [0.01, 0.1]) {
      const losses = [];
      l.trials.push({ name: `rate ${rate}`, values: losses, dashed: true, color: l.trials.length + 1 });
      await this.begin(engine, 1, rate, this.momentum);
      while (losses.length < 30) {
        losses.push(await engine.value("learn"));
        l.curves.lines(l.trials);
      }
    }
    const [slow, fast] = l.trials.map(({ values }) => lab.mean(values.slice(-10)));
    return {
      choice: fast < slow / 1.5 ? 0 : fast < slow * 1.5 ? 1 : 2,
      because: `The mean of the last ten losses is ${lab.short(slow)} with 0.01, and ${lab.short(fast)} with 0.1. Is there a rate that is too high? Try it below.`,
    };
  },

  async build(l) {
    const [, tested] = this.pictures, epoch = Math.ceil(this.pictures[0] / this.batch);
    const guarded = (work) => lab.latest(async () => { try { await work(); } catch (error) { l.fail(error); } });

    // The training.
    const start = l.button("Start", () => (wanted ? pause() : run()), { main: true });
    l.button("One step", async () => { await pause(); await step(); await look(); });
    l.button("Reset", () => reset());
    const seed = l.number("Seed", { min: 1, max: 999 }, { changed: guarded(() => reset()) });
    l.row();
    const rate = l.slider("Learning rate", { min: -3, max: 0, step: 0.1, value: -2, show: (x) => lab.short(10 ** x, 2) }, { changed: () => rates() });
    const momentum = l.slider("Momentum", { min: 0, max: 0.95, step: 0.05, value: this.momentum }, { changed: () => rates() });
    const settings = () => [10 ** rate.value, momentum.value];
    const rates = () => l.engine.value("set_rates", settings());
    const state = l.text();
    state.element.setAttribute("role", "status");
    this.drawLosses(l);
    l.output(l.curves.element);
    const right = l.chart({ label: "Test digits recognized", x: "step", y: "of 100 test digits", from: 0, to: 100, height: 190 });

    let running = null, wanted = false, losses = [], tests = [], spent = 0;
    const show = () => {
      l.curves.lines([...l.trials, ...(losses.length ? [{ name: "here", ...lab.thinned(losses), color: 0 }] : [])]);
      right.lines([
        { name: "recognized", xs: tests.map(([step]) => step), values: tests.map(([, share]) => share) },
        { name: "by chance", xs: [0, Math.max(losses.length, 30)], values: [10, 10], dashed: true, color: 5 },
      ]);
    };
    let planned = false;
    const showSoon = () => {
      if (planned) return;
      planned = true;
      requestAnimationFrame(() => { planned = false; show(); });
    };
    const test = async (count) => {
      const share = 100 * await l.engine.value("correct", [count]) / count;
      tests.push([losses.length, share]);
      return share;
    };
    Object.defineProperty(l, "losses", { get: () => losses });
    const forget = () => { [losses, tests, spent] = [[], [], 0]; };

    const standing = () => {
      const [at, share] = tests.at(-1);
      return `Step ${losses.length}: loss ${lab.short(losses.at(-1))}. Step ${at}: ${share.toFixed(1)} of 100 test digits. ${Math.round(spent / losses.length)} ms a step.`;
    };
    const step = async () => {
      const from = performance.now();
      losses.push(await l.engine.value("learn"));
      spent += performance.now() - from;
      const count = losses.length;
      if (count % epoch === 0) {
        const share = await test(tested);
        state.show(`Epoch ${count / epoch} ends: mean loss ${lab.mean(losses.slice(-epoch)).toFixed(4)}, ${lab.short(Math.round(share * tested / 100), 4)} of ${lab.short(tested)} test digits.`);
      } else if (count % 25 === 0) {
        await test(500);
        state.show(standing());
        look();
      } else if (!wanted) state.show(standing());
      showSoon();
    };

    // Out of the window nothing is learned.
    let seen = () => {};
    new IntersectionObserver(() => seen()).observe(l.place);
    const want = (on) => { [wanted, start.label] = [on, on ? "Pause" : "Start"]; };
    const run = () => {
      want(true);
      return running ??= (async () => {
        try {
          while (wanted) await (l.visible ? step() : new Promise((done) => { seen = done; }));
        } finally {
          want(false);
          running = null;
        }
        await look();
      })();
    };
    const pause = async () => { want(false); seen(); await running; };
    const reset = async () => {
      await pause();
      l.trouble.hidden = true;
      forget();
      const count = await this.begin(l.engine, seed.value, ...settings());
      await test(500);
      state.show(`A new net of ${lab.short(count, 5)} parameters. Where it gives each digit a tenth, the loss is ${Math.log(10).toFixed(3)}.`);
      show();
      await look();
    };

    // The weights of the chapter's own training, where the book has them.
    l.row();
    if (l.place.dataset.weights) {
      l.button("Load the weights learned from MNIST", async () => {
        await pause();
        const weights = await lab.weights(l.place.dataset.weights);
        const names = (await l.engine.text("parameter_names")).split("\n");
        for (const [i, name] of names.entries()) await l.engine.value("set_parameter", [i, weights[name].length], weights[name]);
        forget();
        const share = await test(tested);
        state.show(`The weights of the best of the chapter’s ten epochs on MNIST. Of 100 drawn test digits, of which it has seen none, the net recognizes ${share.toFixed(1)}.`);
        show();
        await look();
      });
    } else {
      const none = l.text();
      none.element.classList.add("lab-note");
      none.show("In a book that was woven with MNIST, the weights of the chapter’s ten epochs can be loaded here. This one was not.");
    }

    // The digit.
    l.output(lab.html("h4", {}, "Draw a digit"));
    l.output(lab.html("p", { class: "lab-note" },
      "Draw on the black paper with the mouse or a finger. With keys: the arrows move the pen, Space puts it down or lifts it, Backspace clears."));
    let sample = 0, next = 0;
    const paper = l.paper({ label: "Paper to draw a digit on", changed: () => { sample = null; look(); } });
    const guess = l.text(), bars = l.chart({ label: "Probability of each digit", to: 1 });
    guess.element.setAttribute("role", "status");
    const given = lab.html("img", { class: "pixels", width: 56, height: 56, alt: "The picture that the net is given" });
    const note = lab.html("p", { class: "lab-note lab-given" }, given, "What the net is given: 28 × 28 pixels, the digit in the middle.");
    l.output(lab.html("div", { class: "lab-draw" }, lab.html("div", {}, paper.element, note), lab.html("div", {}, guess.element, bars.element)));
    l.button("Clear", () => paper.clear());
    l.button("A test digit", () => { sample = next = (next + 1) % tested; return look(); });

    // What the block makes of it.
    l.output(lab.html("h4", {}, "What a residual block makes of it"));
    const block = l.choice("Residual block", ["rblock1", "rblock2"], 0, { changed: () => look() });
    const channel = l.slider("First of four channels", { min: 1, max: 13, value: 1, show: String }, { changed: () => look() });
    const maps = l.blockMaps();

    const look = guarded(async () => {
      const isEmpty = sample === null && paper.isEmpty, points = sample === null ? paper.points : null;
      const answer = isEmpty ? [] : points
        ? await l.engine.numbers("look", [points.length, block.value + 1], points)
        : await l.engine.numbers("look_at_test", [sample, block.value + 1]);
      const scores = isEmpty ? Array(10).fill(0) : [...answer.subarray(784, 794)];
      const best = isEmpty ? -1 : scores.indexOf(Math.max(...scores));
      bars.bars(scores.map((value, i) => ({ name: String(i), value: value || 0, text: isEmpty ? "" : `${(100 * value).toFixed(1)} %`, strong: i === best })));
      note.hidden = isEmpty;
      if (isEmpty) { maps.show(null); return guess.show("Nothing is drawn."); }
      given.src = lab.painted({ values: answer.subarray(0, 784), width: 28, height: 28 });
      if (!points) paper.lay(given.src);
      guess.show((points ? "" : `This test digit is a ${answer.at(-1)}. `)
        + (best < 0 ? "The scores are no numbers: the steps were too long." : `The net reads a ${best}.`));
      const [channels, side] = block.value ? [32, 4] : [16, 12];
      channel.element.querySelector("input").max = channels - 3;
      channel.value = Math.min(channel.value, channels - 3);
      maps.show(answer.subarray(794), channels, side, channel.value);
    });
    await reset();
  },
});
