// The still picture of a lab, as a file: `lab.still(svg)` is its text, with the colors of both themes.
"use strict";

{
  const styled = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "font-size",
    "font-weight", "text-anchor", "opacity", "image-rendering"];
  const usual = { stroke: "none", "stroke-dasharray": "none", "stroke-linejoin": "miter", "stroke-linecap": "butt", opacity: "1",
    "font-weight": "400", "text-anchor": "start", "stroke-width": "1px", "image-rendering": "auto" };
  const hex = (color) => {
    const numbers = color.match(/^rgba?\(([^)]*)\)$/)?.[1].split(",").map(Number);
    if (!numbers) return color;
    return numbers[3] === 0 ? "none" : "#" + numbers.slice(0, 3).map((x) => x.toString(16).padStart(2, "0")).join("");
  };

  lab.still = (picture) => {
    const root = document.documentElement, theme = root.dataset.theme;
    const elements = [picture, ...picture.querySelectorAll("*")];
    const read = (name) => {
      root.dataset.theme = name;
      return elements.map((e) => Object.fromEntries(styled.map((key) => [key, hex(getComputedStyle(e)[key])])));
    };
    const [light, dark] = [read("light"), read("dark")];
    const paper = ["light", "dark"].map((name) => { root.dataset.theme = name; return hex(getComputedStyle(document.body).backgroundColor); });
    root.dataset.theme = theme;
    const copy = picture.cloneNode(true), rules = new Map([[paper[0], paper[1]]]);
    [copy, ...copy.querySelectorAll("*")].forEach((e, i) => {
      for (const name of ["class", "style", "tabindex", "data-index", "role", "aria-label", "aria-pressed", "aria-disabled"]) e.removeAttribute(name);
      if (["g", "svg", "title", "desc", "defs", "clipPath", "marker"].includes(e.tagName)) return;
      for (const key of styled) {
        const value = light[i][key], isText = e.tagName === "text" || e.tagName === "tspan";
        if (/^(font|text)/.test(key) && !isText) continue;
        if (value === usual[key] || (key === "stroke-width" && light[i].stroke === "none")) { if (key !== "stroke-width") e.removeAttribute(key); continue; }
        e.setAttribute(key, value.replace(/px/g, ""));
        if (/^(fill|stroke)$/.test(key) && value.startsWith("#") && value !== dark[i][key]) rules.set(value, dark[i][key]);
      }
    });
    const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
    const edge = 16, night = [...rules].sort().map(([a, b]) => `[fill='${a}']{fill:${b}}[stroke='${a}']{stroke:${b}}`).join("");
    const label = picture.getAttribute("aria-label").replace(/[&<"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const inside = new XMLSerializer().serializeToString(copy).replace(/^<svg[^>]*>|<\/svg>$/g, "").replace(/ xmlns="[^"]*"/g, "");
    const box = [-edge, -edge, width + 2 * edge, height + 2 * edge];
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}" role="img" aria-label="${label}" `
      + `font-family="Helvetica,Arial,Liberation Sans,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif">\n`
      + `<style>@media (prefers-color-scheme: dark) {${night}}</style>\n`
      + `<rect class="paper" x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="${paper[0]}"/>\n`
      + inside.replace(/></g, ">\n<") + "\n</svg>\n";
  };
}
