// The tape of a small expression, stepped forward with its values and back with its gradients.
"use strict";

{
  const { svg, short } = lab;

  /// The expressions, the tensors given to them in the order of their lines, and their first numbers.
  const expressions = [
    { title: "relu(w · x + b)", names: ["x", "w", "b"], first: [3, 2, -1] },
    { title: "x · x + x", names: ["x"], first: [3] },
    { title: "x + v · tanh(w · x)", names: ["x", "v", "w"], first: [1, 0.8, 0.5] },
    { title: "sum(relu(w · x))", names: ["x", "w"], first: [1, -2, 3, 2, 0.5, 1] },
  ];
  const written = (numbers) => numbers.length === 1 ? short(numbers[0]) : `[${numbers.map((x) => short(x)).join(", ")}]`;

  /// The lines of a tape by name, and the steps back along it: the contributions of one line each.
  const record = async (engine, kind, isWatched, numbers) => {
    const answer = await engine.numbers("tape", [kind, isWatched], numbers);
    const operations = (await engine.text("tape_operations")).split("\n");
    let at = 0;
    const some = (count) => Array.from({ length: count }, () => answer[at++]);
    const given = [...expressions[kind].names];
    const lines = [];
    for (const operation of operations.slice(0, some(1)[0])) {
      const inputs = some(some(1)[0]), values = some(some(1)[0]);
      const [a, b] = inputs.map((i) => lines[i].name);
      const name = { multiply: `${a} · ${b}`, add: `${a} + ${b}` }[operation] ?? (inputs.length ? `${operation}(${a})` : given.shift());
      lines.push({ operation, inputs, values, name });
    }
    const back = [];
    while (at < answer.length) {
      const [from, to] = some(2), count = lines[to].values.length;
      if (back.at(-1)?.from !== from) back.push({ from, flows: [] });
      back.at(-1).flows.push({ to, gradient: some(count), total: some(count) });
    }
    return { lines, back };
  };

  /// What a line passes on to one of its inputs, as a rule and with its numbers.
  const product = ({ lines }, line, input, dy) => {
    const { operation, inputs, values } = lines[line], d = written(dy);
    const other = lines[inputs[1 - input]];
    return {
      multiply: () => [`dy · ${other.name}`, `${d} · ${written(other.values)}`],
      add: () => ["dy", d],
      relu: () => ["dy where the result is positive, 0 elsewhere", d],
      tanh: () => ["dy · (1 − y²)", `${d} · (1 − ${written(values)}²)`],
      sum: () => ["dy for every number of it", d],
    }[operation]();
  };

  lab("tape", {
    title: "A tape, line by line",
    picture: "The tape of x + v · tanh(w · x): its lines with their values, and the gradients that came back to them",
    question: "y = x · x + x, and x is 3. Three times an operation takes x as an input. Its gradient is …",
    choices: ["3: what came to it last", "6: the slope of x · x", "7: the sum of three contributions"],

    async settle(engine) {
      const { back } = await record(engine, 1, 1, [3]);
      const flows = back.flatMap(({ flows }) => flows).filter(({ to }) => to === 0);
      const total = flows.at(-1).total[0];
      return {
        choice: total === 3 ? 0 : total === 6 ? 1 : 2,
        because: `What comes back to x is ${flows.map(({ gradient }) => short(gradient[0])).join(", ")}, and all of it is added: ${short(total)}.`,
      };
    },

    async build(l) {
      const kind = l.choice("Expression", expressions.map(({ title }) => title), 2, { changed: () => renew() });
      l.row();
      const sliders = expressions.map(({ names, first }) => first.map((value, i) => {
        const each = first.length / names.length;
        const name = names[Math.floor(i / each)] + (each > 1 ? "₁₂₃"[i % each] : "");
        return l.slider(name, { min: -4, max: 4, step: 0.1, value });
      }));
      l.row();
      const watched = l.toggle("x requires a gradient", true);
      const drawing = l.drawing({ label: "The tape" });
      const buttons = l.row();
      l.button("Start", () => go(0));
      l.button("Back", () => go(step - 1));
      l.button("Forward", () => go(step + 1), { main: true });
      l.button("End", () => go(Infinity));

      let tape, step = 0;
      const last = () => tape.lines.length + 1 + tape.back.length;
      const go = (to) => {
        step = Math.max(0, Math.min(last(), to));
        show();
      };
      /// After so many steps, what has come back to each line.
      const gradients = () => {
        const found = tape.lines.map(() => ({ parts: [], total: null }));
        if (step > tape.lines.length) Object.assign(found.at(-1), { parts: [{ gradient: [1] }], total: [1] });
        tape.back.slice(0, Math.max(0, step - tape.lines.length - 1)).forEach(({ flows }, i) => {
          for (const { to, gradient, total } of flows) {
            found[to].parts.push({ gradient, isNew: i === step - tape.lines.length - 2 });
            found[to].total = total;
          }
        });
        return found;
      };

      const sentence = (found) => {
        const { lines, back } = tape;
        const named = (i) => `line ${i}, ${lines[i].name}`;
        if (step === 0) return `${last()} steps: ${lines.length} lines are recorded, then gradients go back along them.`;
        if (step <= lines.length) {
          const { operation, inputs, values, name } = lines[step - 1];
          const what = inputs.length ? `${operation} of ${inputs.map((i) => `line ${i}`).join(" and ")}: ${name} = ${written(values)}`
            : `${operation === "input" ? "the input" : "the parameter"} ${name} = ${written(values)}`;
          return `Forward. Line ${step - 1} records ${what}.`;
        }
        if (step === lines.length + 1) {
          return `The end of the forward pass: y is ${written(lines.at(-1).values)}. Its gradient with respect to itself is 1.`
            + (back.length ? "" : " No line requires a gradient, so nothing goes back.");
        }
        const { from, flows } = back[step - lines.length - 2], dy = found[from].total;
        let input = -1;
        const passed = flows.map(({ to, gradient, total }) => {
          input = lines[from].inputs.indexOf(to, input + 1);
          const [rule, numbers] = product(tape, from, input, dy);
          const sum = written(total) === written(gradient) ? "" : `, which makes ${written(total)} with what it had`;
          const terms = [rule, numbers, written(gradient)].filter((term, i, all) => term !== all[i - 1]);
          return `${lines[to].name} gets ${terms.join(" = ")}${sum}`;
        });
        const isLast = step === last() ? " All gradients are there." : "";
        return `Back from ${named(from)}, whose gradient dy is ${written(dy)}: ${passed.join("; ")}.${isLast}`;
      };

      const show = () => {
        const { lines, back } = tape, found = gradients();
        const isForward = step <= lines.length;
        const current = isForward ? step - 1 : step === lines.length + 1 ? lines.length - 1 : back[step - lines.length - 2].from;
        const active = isForward || step === lines.length + 1 ? [] : back[step - lines.length - 2].flows.map(({ to }) => to);
        const text = sentence(found);
        drawing.picture.setAttribute("aria-label", `The tape of ${expressions[kind.value].title}, step ${step} of ${last()}. ${text}`);
        drawing.show((width) => {
          const isWide = width >= 560, row = 46, top = 30;
          const left = isWide ? 104 : 54, right = width - 10;
          const columns = isWide ? { value: left + 0.62 * (right - left), gradient: right } : { value: right, gradient: right };
          const middle = (i) => top + row * i + row / 2;
          const nodes = [];
          if (current >= 0) nodes.push(svg("rect", { class: isForward ? "tape-now" : "tape-now is-back", x: left - 1, y: top + row * current + 1, width: width - left, height: row - 2, rx: 7 }));
          const head = (x, text, anchor = "end") => svg("text", { class: "axis", x, y: 16, "text-anchor": anchor }, text);
          nodes.push(head(left + 34, "line", "start"), head(columns.value, isWide ? "value" : "value, gradient"));
          if (isWide) nodes.push(head(columns.gradient, "gradient"));
          lines.forEach((line, i) => {
            const isThere = i < step || !isForward;
            // Each input once: the second use of the same one leaves it a little lower.
            line.inputs.forEach((input, k) => {
              const again = line.inputs.indexOf(input) < k ? 1 : 0;
              const reach = Math.min(left - 10, 16 + 13 * (i - input) + 9 * again);
              const [from, to] = [middle(input) + 6 * again, middle(i) - 5 + 10 * k];
              const isNow = !isForward && i === current && active.includes(input);
              const isBack = !isForward && back.slice(0, step - lines.length - 1).some((one) => one.from === i && one.flows.some(({ to }) => to === input));
              const state = isNow ? "is-flowing" : isBack ? "is-back" : isForward && i === current ? "is-now" : isThere ? "" : "is-blank";
              nodes.push(svg("path", { class: `tape-arc ${state}`, d: `M${left - 4} ${from}C${left - reach} ${from} ${left - reach} ${to} ${left - 4} ${to}` }));
              const [x, y] = [left - 4, isNow || isBack ? from : to];
              if (isThere) nodes.push(svg("path", { class: `tape-head ${state}`, d: `M${x + 3} ${y}l-8 -4v8z` }));
            });
            const shade = isThere ? null : "tape-later";
            const [upper, lower] = [top + row * i + 20, top + row * i + 37];
            const what = line.inputs.length ? `${line.operation} ${line.inputs.join(", ")}` : line.operation;
            nodes.push(
              svg("text", { class: isThere ? "axis" : "tape-later", x: left + 22, y: upper, "text-anchor": "end" }, i),
              svg("text", { class: shade ?? "strong", x: left + 34, y: upper }, line.name),
              svg("text", { class: shade ?? "axis", x: left + 34, y: lower }, what));
            if (isThere) nodes.push(svg("text", { x: columns.value, y: upper, "text-anchor": "end", class: "strong" }, written(line.values)));
            const { parts, total } = found[i];
            if (total) {
              const spans = parts.length < 2 ? [] : parts.flatMap(({ gradient, isNew }, k) => [
                svg("tspan", {}, k ? "\u00a0+\u00a0" : ""), svg("tspan", { class: isNew ? "strong" : null }, gradient[0] < 0 ? `(${written(gradient)})` : written(gradient))]);
              nodes.push(svg("text", { class: "tape-gradient", x: columns.gradient, y: isWide ? upper : lower, "text-anchor": "end" },
                ...spans, svg("tspan", {}, spans.length ? "\u00a0=\u00a0" : ""), svg("tspan", { class: "strong" }, written(total))));
            }
          });
          return { height: top + row * lines.length + 4, nodes };
        });
        l.say(text);
      };

      drawing.picture.setAttribute("tabindex", "0");
      drawing.picture.addEventListener("keydown", (e) => {
        const to = { ArrowRight: step + 1, ArrowDown: step + 1, ArrowLeft: step - 1, ArrowUp: step - 1, Home: 0, End: Infinity }[e.key];
        if (to === undefined) return;
        e.preventDefault();
        e.stopPropagation();
        go(to);
      });

      /// Another expression: from the end of its forward pass.
      const renew = async () => {
        step = Infinity;
        await l.changed();
        go(tape.lines.length + 1);
      };
      await l.update(async () => {
        sliders.forEach((own, i) => own.forEach(({ element }) => { element.hidden = element.querySelector("input").disabled = i !== kind.value; }));
        tape = await record(l.engine, kind.value, watched.value, sliders[kind.value].map((slider) => slider.value));
        step = Math.min(step, last());
        show();
      });
      go(tape.lines.length + 1);
      l.forPicture = () => go(Infinity);
    },
  });
}
