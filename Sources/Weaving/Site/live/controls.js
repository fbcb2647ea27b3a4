// The controls of a lab: native elements, so that mouse, finger, keyboard and screen reader all work.
"use strict";

{
  /// A control with a value; a change of it runs the lab's updates, or `changed` where one is given.
  const connected = (frame, element, value, { changed } = {}) => {
    const control = { element, get value() { return value.get(); }, set value(x) { value.set(x); } };
    element.addEventListener("input", () => {
      value.shown?.();
      changed ? changed(value.get()) : frame.changed();
    });
    return control;
  };

  Object.assign(LabFrame.prototype, {
    slider(label, { min, max, step = 1, value, show = (x) => lab.short(x) }, options) {
      const input = lab.html("input", { type: "range", min, max, step });
      const output = lab.html("output");
      const shown = () => {
        output.textContent = show(+input.value);
        input.setAttribute("aria-valuetext", output.textContent);
      };
      input.value = value;
      shown();
      const element = this.control(
        lab.html("label", { class: "lab-slider" }, lab.html("span", {}, label, output), input));
      return connected(this, element, { get: () => +input.value, set: (x) => { input.value = x; shown(); }, shown }, options);
    },

    choice(label, names, index = 0, options) {
      const group = `lab-${this.name}-${label}`;
      const inputs = names.map((_, i) => lab.html("input", { type: "radio", name: group, value: i }));
      inputs[index].checked = true;
      const element = this.control(lab.html("fieldset", { class: "lab-choice" }, lab.html("legend", {}, label),
        ...names.map((name, i) => lab.html("label", {}, inputs[i], lab.html("span", {}, name)))));
      const get = () => inputs.findIndex((input) => input.checked);
      return connected(this, element, { get, set: (i) => { inputs[i].checked = true; } }, options);
    },

    toggle(label, on = false, options) {
      const input = lab.html("input", { type: "checkbox", role: "switch" });
      input.checked = !!on;
      const element = this.control(lab.html("label", { class: "lab-toggle" }, input, lab.html("span", {}, label)));
      return connected(this, element, { get: () => +input.checked, set: (x) => { input.checked = !!x; } }, options);
    },

    number(label, { min = 1, max = 999, step = 1, value = min }, options) {
      const input = lab.html("input", { type: "number", min, max, step, inputmode: "numeric" });
      input.value = value;
      const element = this.control(lab.html("label", { class: "lab-number" }, lab.html("span", {}, label), input));
      const get = () => Math.min(max, Math.max(min, Math.round((+input.value || 0) / step) * step));
      input.addEventListener("change", () => { input.value = get(); });
      return connected(this, element, { get, set: (x) => { input.value = x; } }, options);
    },

    button(label, action, { main = false } = {}) {
      const element = this.control(lab.html("button", { type: "button", class: main ? "is-main" : null }, label));
      element.onclick = async () => {
        try { await action(); } catch (error) { this.fail(error); }
      };
      return { element, get label() { return element.textContent; }, set label(x) { element.textContent = x; } };
    },

    /// A paragraph.
    text() {
      const element = this.output(lab.html("p", { class: "lab-text" }));
      return { element, show: (text) => { element.textContent = text; } };
    },

    /// A table; the first column is a head of its row.
    table({ label }) {
      const table = lab.html("table", { "aria-label": label });
      const element = this.output(lab.html("div", { class: "lab-table" }, table));
      const row = (cells, tag) => lab.html("tr", {}, ...cells.map((cell, i) =>
        lab.html(tag === "th" || i === 0 ? "th" : "td", tag === "th" ? { scope: "col" } : i === 0 ? { scope: "row" } : {}, String(cell))));
      return {
        element,
        show: (head, rows) => table.replaceChildren(
          lab.html("thead", {}, row(head, "th")), lab.html("tbody", {}, ...rows.map((cells) => row(cells, "td")))),
      };
    },
  });
}
