// What a residual block makes of a picture, channel by channel: x, F(x), their sum, and the ReLU of it.
"use strict";

{
  const { html, short } = lab;
  const names = ["x", "F(x)", "x + F(x)", "ReLU of the sum"], signs = ["", "+", "=", "→"];
  const length = (values) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));

  LabFrame.prototype.blockMaps = function () {
    const grid = html("div", { class: "lab-maps" });
    const readout = html("p", { class: "lab-note lab-readout" });
    const said = html("p", { class: "lab-text" });
    const note = html("p", { class: "lab-note" },
      "x is what the block is given: how strongly a filter of the layers before answers at each place of the picture, and never "
      + "negative behind their ReLU. F(x) is what the branch computes of all channels together: it adds here (red) and takes away "
      + "there (blue). What is negative in the sum, the ReLU makes 0. The four maps of a channel have one scale.");
    this.output(html("div", {}, grid, readout, said, note));

    return {
      /// `numbers`: the four maps of all channels, behind each other; `null`: there is nothing to show.
      show(numbers, channels, side, first) {
        grid.hidden = note.hidden = !numbers;
        readout.textContent = said.textContent = "";
        if (!numbers) return;
        const size = side * side, all = channels * size;
        const maps = names.map((_, i) => numbers.subarray(i * all, (i + 1) * all));
        grid.replaceChildren(...names.flatMap((name, i) => [html("span", {}, signs[i]), html("b", {}, name)]));
        for (let channel = first; channel < first + 4; channel++) {
          const shown = maps.map((map) => map.subarray((channel - 1) * size, channel * size));
          const scale = Math.max(1e-30, ...shown.flatMap((values) => [...values].map(Math.abs).filter(Number.isFinite)));
          grid.append(html("small", {}, `channel ${channel}, up to ${short(scale)}`));
          shown.forEach((values, i) => {
            const title = `${names[i]}, channel ${channel}`;
            const image = html("img", { class: "pixels", alt: title, src: lab.painted({ values, width: side, height: side, signed: true, scale }) });
            image.addEventListener("pointermove", ({ offsetX, offsetY }) => {
              const [row, column] = [offsetY / image.clientHeight, offsetX / image.clientWidth].map((x) => Math.min(side - 1, Math.floor(side * x)));
              readout.textContent = `${title}, row ${row}, column ${column}: ${short(values[row * side + column])}`;
            });
            grid.append(html("span", {}, signs[i]), image);
          });
        }
        const negative = maps[2].filter((x) => x < 0).length;
        said.textContent = `Of all ${channels} channels: |F(x)| is ${short(length(maps[1]) / length(maps[0]))} of |x|. `
          + `${negative.toLocaleString("en")} of ${all.toLocaleString("en")} sums are negative and become 0.`;
      },
    };
  };
}
