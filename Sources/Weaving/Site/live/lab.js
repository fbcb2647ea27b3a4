// A lab in its place: a question to predict first, then controls and what the engine answers to them.
"use strict";

/// Puts a lab into its place in the page, which holds its still picture until then.
const lab = (name, definition) => {
  const place = document.querySelector(`[data-lab="${name}"]`);
  if (!place || !lab.works) return;
  const frame = new LabFrame(place, name, definition);
  lab.all[name] = frame;
  frame.ask();
};

lab.all = {};
lab.works = typeof WebAssembly === "object" && typeof Worker === "function" && typeof DecompressionStream === "function";

/// An element with its attributes and what is in it.
lab.html = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element[name] = value;
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
};

/// The same for drawings.
lab.svg = (tag, attributes = {}, ...inside) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) element.setAttribute(name, typeof value === "number" ? +value.toFixed(2) : value);
  }
  element.append(...inside);
  return element;
};

const raisedDigits = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
/// 10⁻³ for −3.
lab.power = (exponent) => "10" + String(exponent).replace(/[-\d]/g, (c) => raisedDigits[c]);

/// A number in few digits: 0.034, 12,400, 1.2 · 10⁻⁷.
lab.short = (x, digits = 3) => {
  if (Number.isNaN(x)) return "NaN";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  if (x === 0) return "0";
  const size = Math.abs(x), sign = x < 0 ? "−" : "";
  if (size >= 0.001 && size < 1e6) {
    const rounded = +size.toPrecision(digits);
    return sign + rounded.toLocaleString("en", { maximumFractionDigits: 6 });
  }
  const [mantissa, exponent] = size.toExponential(digits - 2).split("e");
  return `${sign}${mantissa} · ${lab.power(+exponent)}`;
};

/// Work of which only the latest request counts: one that came while another was running runs once, afterwards.
lab.latest = (work) => {
  let busy = null, wanted = false;
  const run = async () => {
    try {
      while (wanted) { wanted = false; await work(); }
    } finally { busy = null; }
  };
  return () => { wanted = true; return busy ??= run(); };
};

class LabFrame {
  /// Whether any of it is in the window; what runs by itself pauses otherwise.
  visible = true;
  #updates = [];
  #row;

  constructor(place, name, definition) {
    Object.assign(this, { place, name, definition, still: [...place.childNodes] });
    this.body = lab.html("div", { class: "lab-body" });
    this.trouble = lab.html("p", { class: "lab-trouble", role: "alert", hidden: true });
    this.said = lab.html("p", { class: "lab-said", role: "status" });
    new IntersectionObserver(([entry]) => { this.visible = entry.isIntersecting; }).observe(place);
  }

  get engine() { return this.started ??= new Engine(); }

  /// Shows the question; the answer chosen, or the wish to skip it, opens the lab.
  ///
  /// A lab whose answer takes what the reader does in it says so in `later`, and opens before it is settled.
  ask() {
    const { title, question, choices } = this.definition;
    this.verdict = lab.html("p", { class: "lab-verdict", role: "status" });
    this.choices = choices.map((text, i) => lab.html("button", { type: "button", onclick: () => this.predict(i) }, text));
    const skip = lab.html("button", { type: "button", class: "lab-skip", onclick: () => this.predict(null) }, "Show me");
    this.question = lab.html("div", { class: "lab-question", role: "group", "aria-label": "Predict first" },
      lab.html("p", {}, lab.html("b", {}, "Predict first. "), question),
      lab.html("div", { class: "lab-choices" }, ...this.choices, skip));
    this.skip = skip;
    this.place.classList.add("is-live");
    this.place.replaceChildren(
      lab.html("h3", { class: "lab-title" }, lab.html("small", {}, "Lab"), title),
      this.question, this.verdict, this.trouble, this.body, this.said);
  }

  async predict(choice) {
    for (const button of [...this.choices, this.skip]) button.disabled = true;
    if (choice !== null) this.choices[choice].classList.add("is-chosen");
    const { later } = this.definition;
    this.verdict.textContent = later ?? "The engine computes …";
    try {
      if (later) await this.open();
      const right = await this.definition.settle(this.engine);
      this.choices[right.choice].classList.add("is-right");
      const answer = `“${this.definition.choices[right.choice]}”`;
      this.verdict.textContent = choice === null ? `The answer is ${answer}. ${right.because}`
        : choice === right.choice ? `Your prediction held. ${right.because}`
        : `Your prediction did not hold: the answer is ${answer}. ${right.because}`;
      this.skip.remove();
      if (!later) await this.open();
    } catch (error) { this.fail(error); }
  }

  async open() {
    await this.definition.build(this);
    this.isOpen = true;
  }

  fail(error) {
    this.trouble.textContent = error.message;
    this.trouble.hidden = false;
  }

  /// Runs `work` now and after every change of a control.
  update(work) {
    const run = lab.latest(async () => {
      try { await work(); this.trouble.hidden = true; } catch (error) { this.fail(error); }
    });
    this.#updates.push(run);
    return run();
  }

  /// What every control calls when it is changed.
  changed() { return Promise.all(this.#updates.map((run) => run())); }

  /// Shows a sentence below the lab; screen readers read it.
  say(text) { if (this.said.textContent !== text) this.said.textContent = text; }

  /// Begins a new row of controls.
  row() { this.#row = null; }

  /// Puts a control into the current row.
  control(element) {
    if (!this.#row) this.body.append(this.#row = lab.html("div", { class: "lab-controls" }));
    this.#row.append(element);
    return element;
  }

  /// Puts an output below what is there.
  output(element) {
    this.#row = null;
    this.body.append(element);
    return element;
  }
}
