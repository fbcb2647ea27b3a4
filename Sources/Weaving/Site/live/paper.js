// A paper to draw on, with mouse, finger, pen or keys; strokes are white on black, as in MNIST.
"use strict";

{
  const { svg, html } = lab;
  const side = 280, stride = 8;

  /// `changed` runs after each point, and when the paper is cleared.
  LabFrame.prototype.paper = function ({ label, changed }) {
    const back = svg("image", { width: side, height: side, class: "pixels", preserveAspectRatio: "none" });
    const ink = svg("g", { class: "ink" });
    const cursor = svg("circle", { class: "pen", r: 11, visibility: "hidden" });
    const picture = svg("svg", {
      viewBox: `0 0 ${side} ${side}`, tabindex: 0, role: "application", class: "lab-paper",
      "aria-label": `${label}. Arrow keys move the pen, Space puts it down or lifts it, Backspace clears.`,
    }, svg("rect", { width: side, height: side, rx: 8 }), back, ink, cursor);
    const element = this.output(html("figure", { class: "lab-figure" }, picture));

    let strokes = [], stroke = null;
    const pen = { x: side / 2, y: side / 2 };
    const text = (points) => (points.length > 1 ? points : [points[0], points[0]]).map((point) => point.map((x) => x.toFixed(1)).join()).join(" ");
    const begin = (point) => {
      back.removeAttribute("href");
      strokes.push(stroke = [point]);
      ink.append(svg("polyline", { points: text(stroke) }));
      changed();
    };
    const extend = (points) => {
      stroke.push(...points);
      ink.lastChild.setAttribute("points", text(stroke));
      changed();
    };
    const end = () => { stroke = null; };
    const showPen = (isShown) => {
      for (const [name, value] of [["cx", pen.x], ["cy", pen.y], ["visibility", isShown ? "visible" : "hidden"], ["class", stroke ? "pen is-down" : "pen"]]) cursor.setAttribute(name, value);
    };
    const at = (event) => {
      const box = picture.getBoundingClientRect();
      return [(event.clientX - box.left) * side / box.width, (event.clientY - box.top) * side / box.height];
    };

    picture.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      picture.focus({ preventScroll: true });
      picture.setPointerCapture(event.pointerId);
      end();
      showPen(false);
      begin(at(event));
    });
    picture.addEventListener("pointermove", (event) => {
      if (!stroke || !picture.hasPointerCapture(event.pointerId)) return;
      const all = event.getCoalescedEvents?.() ?? [];
      extend((all.length ? all : [event]).map(at));
    });
    for (const name of ["pointerup", "pointercancel"]) picture.addEventListener(name, end);

    picture.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride] }[event.key];
      if (event.key === " ") {
        if (stroke) end(); else begin([pen.x, pen.y]);
      } else if (event.key === "Backspace" || event.key === "Delete") paper.clear();
      else if (move) {
        pen.x = Math.min(side - 12, Math.max(12, pen.x + move[0]));
        pen.y = Math.min(side - 12, Math.max(12, pen.y + move[1]));
        if (stroke) extend([[pen.x, pen.y]]);
      } else return;
      event.preventDefault();
      event.stopPropagation();
      showPen(true);
    });
    picture.addEventListener("blur", () => { end(); showPen(false); });

    const paper = {
      element, picture,
      get isEmpty() { return !strokes.length; },
      /// x and y of each point, and two that are negative behind each stroke; of very many points only some.
      get points() {
        const every = Math.ceil(strokes.reduce((sum, points) => sum + points.length, 0) / 3000);
        return strokes.flatMap((points) => [...points.filter((_, i) => i % every === 0 || i === points.length - 1).flat(), -1, -1]);
      },
      clear() {
        [strokes, stroke] = [[], null];
        ink.replaceChildren();
        back.removeAttribute("href");
        changed();
      },
      /// Lays a picture on the paper, in place of strokes.
      lay(url) {
        [strokes, stroke] = [[], null];
        ink.replaceChildren();
        back.setAttribute("href", url);
      },
    };
    return paper;
  };
}
