// Pictures of feature maps: values as gray, or as blue for negative ones and red for positive, on the ground of the page for 0.
"use strict";

{
  const { svg, html, short } = lab;
  const mixed = (a, b, share) => a.map((x, i) => Math.round(x + (b[i] - x) * share));

  /// The data URL of a picture of one point for each value; `scale` is what has the full color, if not the greatest.
  const painted = lab.painted = ({ values, width, height, signed, scale }) => {
    const canvas = html("canvas", { width, height });
    const paper = canvas.getContext("2d"), image = paper.createImageData(width, height);
    const finite = [...values].filter(Number.isFinite);
    const most = scale ?? Math.max(1e-30, ...finite.map(Math.abs)), least = signed ? 0 : Math.min(...finite);
    const span = Math.max(1e-30, Math.max(...finite) - least);
    for (let i = 0; i < width * height; i++) {
      const share = signed ? Math.min(1, Math.abs(values[i]) / most) : (values[i] - least) / span;
      const color = signed ? (values[i] < 0 ? [40, 110, 196] : [204, 78, 28]) : mixed([16, 20, 26], [250, 250, 250], share);
      image.data.set([...color, signed ? 255 * share ** 0.75 : 255], 4 * i);
    }
    paper.putImageData(image, 0, 0);
    return canvas.toDataURL();
  };

  /// Pictures beside each other, as many in a row as there is room for; the value below the pointer is read out.
  LabFrame.prototype.images = function ({ label, side = 84 }) {
    const picture = svg("svg", { role: "img", "aria-label": label });
    const readout = html("figcaption", { class: "lab-readout" });
    const figure = this.output(html("figure", { class: "lab-figure" }, picture, readout));
    let shown = [], width = 0;
    const redraw = () => {
      width = Math.max(260, Math.floor(figure.clientWidth));
      const gap = 10, columns = Math.max(1, Math.min(shown.length, Math.floor((width + gap) / (side + gap))));
      const step = side + 26, rows = Math.ceil(shown.length / columns);
      picture.setAttribute("viewBox", `0 0 ${width} ${rows * step}`);
      picture.setAttribute("width", width);
      picture.setAttribute("height", rows * step);
      picture.replaceChildren(...shown.flatMap((one, i) => {
        const [x, y] = [(side + gap) * (i % columns), step * Math.floor(i / columns)];
        const image = svg("image", { href: one.url, x, y: y + 18, width: side, height: side, preserveAspectRatio: "none", class: "pixels" });
        image.addEventListener("pointermove", (e) => {
          const box = image.getBoundingClientRect();
          const column = Math.floor((e.clientX - box.left) / box.width * one.width);
          const row = Math.floor((e.clientY - box.top) / box.height * one.height);
          const value = one.values[row * one.width + column];
          if (value !== undefined) readout.textContent = `${one.title}, row ${row}, column ${column}: ${short(value)}`;
        });
        return [svg("text", { x, y: y + 13 }, one.title), image];
      }));
    };
    new ResizeObserver(() => { if (Math.floor(figure.clientWidth) !== width) redraw(); }).observe(figure);
    return {
      element: figure, picture,
      show(images) {
        shown = images.map((one) => ({ ...one, values: [...one.values], url: painted(one) }));
        picture.setAttribute("aria-label", `${label}: ${images.map(({ title }) => title).join(", ")}`);
        redraw();
      },
    };
  };
}
