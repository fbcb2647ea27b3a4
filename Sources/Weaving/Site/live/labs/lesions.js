// Chapter 6: a net learns in the page; then its blocks are deleted by a click, and the classifier is read behind each.
"use strict";

{
  const { svg, html, short } = lab;
  const pictures = 6000, steps = 160, tested = 500;
  const kinds = [{ title: "residual, 14 blocks", stage: 7, isResidual: 1 }, { title: "plain, 10 blocks", stage: 5, isResidual: 0 }];
  const percent = (count) => `${(100 * count / tested).toFixed(1)} %`;

  let learned;
  const whenLearned = new Promise((done) => { learned = done; });

  lab("lesions", {
    title: "A block less",
    picture: "A trained net of fourteen residual blocks: the share of the test pictures it recognizes without each block alone, and with the classifier read behind each block",
    question: "A residual net of fourteen blocks has learned digits. A block of its second half that keeps the shape is deleted, and nothing is trained again. Of a hundred test pictures, it then recognizes …",
    choices: ["almost as many as before", "about half as many", "no more than by guessing"],
    later: "The residual net has to learn first: press “Train”.",

    async settle(engine) {
      const { whole, alone } = await whenLearned;
      const later = alone.slice(alone.length / 2 + 1);
      const [least, most] = [Math.min(...later), Math.max(...later)];
      const share = later.reduce((sum, x) => sum + x, 0) / later.length / whole;
      return {
        choice: share > 0.85 ? 0 : share > 0.3 ? 1 : 2,
        because: `The whole net recognizes ${percent(whole)} of ${tested} pictures; without one of the last ${later.length} blocks it is ${percent(least)} to ${percent(most)}.`,
      };
    },

    async build(l) {
      const kind = l.choice("Net", kinds.map(({ title }) => title), 0, { changed: () => forget() });
      const seed = l.number("Seed", { min: 1, max: 999 }, { changed: () => forget() });
      const start = l.button("Train", () => (run ? stop() : train()), { main: true });
      const bar = html("progress", { max: steps, value: 0, "aria-label": "Steps of the training" });
      const state = html("span", { role: "status" });
      l.output(html("p", { class: "lab-progress" }, bar, state));
      const drawing = l.drawing({ label: "The net" });
      drawing.picture.setAttribute("role", "group");
      const none = l.button("No block deleted", () => remove(() => false));
      const each = l.button("Each alone", () => tryEach());
      const picture = l.slider("Test picture", { min: 0, max: tested - 1, value: 0, show: String }, { changed: () => look() });
      const image = l.images({ label: "The test picture", side: 96 });

      let run = 0, runs = 0, net = null, focused = 0;
      const untrained = () => {
        const { stage, isResidual } = kinds[kind.value], count = 2 * stage;
        return { stage, isResidual, count, isTrained: false, deleted: Array(count).fill(false), alone: Array(count).fill(null), behind: null, read: null };
      };
      const enable = () => {
        start.label = run ? "Stop" : net.isTrained ? "Train anew" : "Train";
        for (const button of [none, each]) button.element.disabled = !net.isTrained;
        picture.element.querySelector("input").disabled = !net.isTrained;
      };
      const forget = () => {
        stop();
        net = untrained();
        [bar.value, focused] = [0, 0];
        state.textContent = `${pictures.toLocaleString("en")} drawn digits of 14 × 14 pixels, ${steps} batches of 64.`;
        image.show([]);
        l.said.textContent = "";
        enable();
        show();
      };
      const stop = () => { run = 0; };

      // Out of the window nothing is learned.
      let seen = () => {};
      new IntersectionObserver(() => seen()).observe(l.place);

      const train = async () => {
        forget();
        const mine = run = ++runs, own = net;
        enable();
        try { await learn(own, () => run === mine); } finally { if (run === mine) stop(); }
        enable();
        if (own.isTrained && own === net) await remove(() => false);
      };
      const learn = async (own, isWanted) => {
        state.textContent = "Digits are drawn …";
        await l.engine.value("lesions_begin", [own.stage, own.isResidual, seed.value, pictures]);
        for (let i = 1; i <= steps; i += 1) {
          while (!l.visible) await new Promise((done) => { seen = done; });
          const loss = await l.engine.value("lesions_step");
          if (!isWanted()) return;
          bar.value = i;
          if (i % 10 === 0) state.textContent = `Batch ${i} of ${steps}: loss ${short(loss, 2)}.`;
        }
        state.textContent = "The norms get fresh statistics …";
        await l.engine.value("lesions_refresh");
        const whole = (await recognized(own.deleted)).at(-1), alone = [];
        // To settle the prediction each block is deleted once.
        for (let i = 0; i < own.count && own.isResidual; i += 1) alone.push((await recognized(own.deleted.map((_, k) => k === i))).at(-1));
        if (!isWanted()) return;
        if (own.isResidual) learned({ whole, alone });
        Object.assign(own, { whole, isTrained: true });
        state.textContent = `It has learned: ${percent(whole)} of ${tested} test pictures. Click a block to delete it.`;
      };

      /// How many of the test pictures are recognized, read behind each block of the second stage.
      const recognized = (deleted) =>
        l.engine.numbers("lesions_recognized", [deleted.reduce((bits, is, i) => bits + (is ? 2 ** i : 0), 0)]);
      const measure = async () => {
        const deleted = [...net.deleted], own = net, from = performance.now();
        own.behind = await recognized(deleted);
        own.milliseconds = performance.now() - from;
        const gone = deleted.flatMap((is, i) => (is ? [i] : []));
        if (gone.length === 1) own.alone[gone[0]] = own.behind.at(-1);
        await look();
        const right = own.behind.at(-1), names = gone.map((i) => i + 1).join(", ");
        l.say(!gone.length ? `All ${own.count} blocks: ${right} of ${tested} pictures recognized, ${percent(right)}.`
          : `Without block${gone.length > 1 ? "s" : ""} ${names}: ${right} of ${tested} pictures recognized, ${percent(right)}; with all it is ${percent(own.whole)}.`);
      };
      const again = lab.latest(async () => { try { await measure(); } catch (error) { l.fail(error); } });
      const remove = (isDeleted) => {
        net.deleted = net.deleted.map((is, i) => isDeleted(is, i));
        show();
        return again();
      };
      const toggle = (block) => {
        if (net.isTrained) remove((is, i) => is !== (i === block));
      };
      const tryEach = async () => {
        const own = net;
        for (let i = 0; i < own.count && own === net; i += 1) {
          await remove((_, k) => k === i);
        }
        if (own === net) await remove(() => false);
      };
      const look = lab.latest(async () => {
        const own = net, number = picture.value;
        if (!own.behind) return show();
        const found = await l.engine.numbers("lesions_picture", [number]);
        const [digit, rest] = [found[0], [...found.subarray(785)]];
        own.read = own.behind.length ? Array.from(own.behind, (_, i) => {
          const ten = rest.slice(10 * i, 10 * i + 10), best = Math.max(...ten);
          return { taken: ten.indexOf(best), share: best, isRight: ten.indexOf(best) === digit };
        }) : null;
        own.digit = digit;
        image.show([{ title: `picture ${number}: a ${digit}`, values: found.subarray(1, 785), width: 28, height: 28 }]);
        show();
      });

      const show = () => {
        drawing.picture.setAttribute("aria-label", `The net: ${net.count} blocks. ` + (net.isTrained ? "Each is a button that deletes it." : "It has not learned yet."));
        const hadFocus = drawing.picture.contains(document.activeElement);
        drawing.show((width) => {
          const { count, deleted, alone, behind, read, isResidual } = net;
          const step = (width - 4) / count, box = Math.min(step - 3, 44), nodes = [];
          const middle = (i) => 2 + step * (i + 0.5), small = step < 34;
          const top = 40, tall = 40, line = (y) => svg("line", { class: "grid", x1: 0, x2: width, y1: y, y2: y });
          // The main path, then a block on it, and its shortcut above.
          nodes.push(svg("line", { class: "lesion-path", x1: 0, x2: width, y1: top + tall / 2, y2: top + tall / 2 }));
          const half = count / 2;
          for (let i = 0; i < count; i += 1) {
            const x = middle(i), [left, right] = [x - step / 2 + 1.5, x + step / 2 - 1.5], y = top + tall / 2;
            if (isResidual) nodes.push(svg("path", { class: "lesion-shortcut", d: `M${left} ${y}C${left} ${top - 22} ${right} ${top - 22} ${right} ${y}` }));
            const block = svg("g", {
              class: `lesion-block${deleted[i] ? " is-deleted" : ""}`, role: "button", "data-index": i, tabindex: i === focused ? 0 : -1,
              "aria-pressed": String(deleted[i]), "aria-disabled": String(!net.isTrained), "aria-label": `Block ${i + 1}${deleted[i] ? ", deleted" : ""}`,
            },
              svg("rect", { class: "lesion-touch", x: x - step / 2, y: 0, width: step, height: top + tall + 6 }),
              svg("rect", { class: "lesion-box", x: x - box / 2, y: top, width: box, height: tall, rx: 6 }),
              svg("text", { x, y: top + tall / 2 + 4.5, "text-anchor": "middle" }, i + 1));
            block.addEventListener("click", () => { focused = i; toggle(i); });
            block.addEventListener("focus", () => { focused = i; });
            nodes.push(block);
          }
          nodes.push(
            svg("text", { class: "axis", x: 0, y: 12 }, small ? "8 channels" : "8 channels, 7 × 7"),
            svg("text", { class: "axis", x: middle(half) - step / 2, y: 12 }, small ? "16 channels" : "16 channels, 4 × 4"));
          // Bars: without each alone, and read behind each.
          const bars = (y, height, title, values, color) => {
            const foot = y + height;
            nodes.push(svg("text", { class: "axis", x: 0, y: y - 22 }, title), line(foot));
            values.forEach((value, i) => {
              if (value === undefined) return;
              if (value === null) return nodes.push(svg("text", { class: "axis", x: middle(i), y: foot - 5, "text-anchor": "middle" }, "·"));
              const size = height * value / tested;
              nodes.push(
                svg("rect", { class: `bar-${color}`, x: middle(i) - box / 2, y: foot - size, width: box, height: Math.max(1, size), rx: 2 }),
                svg("text", { x: middle(i), y: foot - size - 4, "text-anchor": "middle" }, small ? Math.round(100 * value / tested) : (100 * value / tested).toFixed(0)));
            });
            return foot;
          };
          let y = bars(top + tall + 58, 64, "recognized without this block alone, %", alone, 1);
          y = bars(y + 58, 64, small ? "classifier read behind this block, %" : "recognized if the classifier is read behind this block, %",
            Array.from({ length: count }, (_, i) => (i < half ? undefined : behind ? behind[i - half] : null)), 3);
          y += 30;
          nodes.push(svg("text", { class: "axis", x: 0, y }, read ? `picture ${picture.value}, a ${net.digit}, is taken there for` : "what a picture is taken for there"));
          (read ?? []).forEach(({ taken, share, isRight }, i) => {
            const x = middle(half + i);
            nodes.push(
              svg("text", { class: isRight ? "lesion-right" : "lesion-wrong", x, y: y + 22, "text-anchor": "middle" }, taken),
              svg("text", { class: "axis", x, y: y + 40, "text-anchor": "middle" }, Math.round(100 * share)));
          });
          nodes.push(svg("text", { class: "axis", x: 0, y: y + 40 }, "with a probability of, %"));
          return { height: y + 48, nodes };
        });
        if (hadFocus) focus(focused);
      };
      const focus = (block) => drawing.picture.querySelector(`[data-index="${block}"]`)?.focus({ preventScroll: true });
      drawing.picture.addEventListener("keydown", (e) => {
        const to = { ArrowRight: focused + 1, ArrowLeft: focused - 1, Home: 0, End: net.count - 1 }[e.key];
        if (to === undefined && e.key !== " " && e.key !== "Enter") return;
        e.preventDefault();
        e.stopPropagation();
        if (to === undefined) return toggle(focused);
        focused = Math.max(0, Math.min(net.count - 1, to));
        show();
        focus(focused);
      });

      net = untrained();
      forget();
      l.forPicture = async () => { await train(); await tryEach(); };
    },
  });
}
