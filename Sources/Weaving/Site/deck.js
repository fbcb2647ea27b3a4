// One slide at a time: arrows, space and clicks turn, Home and End jump, f is full screen, t switches the theme.
const slides = [...document.querySelectorAll(".slide")];
const count = document.querySelector(".count");
let at = Math.min(slides.length, Math.max(1, Number(location.hash.slice(1)) || 1)) - 1;

// Scales the exhibit to the room on the slide, to 150 % at most.
const fit = (slide) => {
  const exhibit = slide.querySelector(".exhibit");
  if (!exhibit || slide.classList.contains("figure")) return;
  exhibit.style.zoom = 1;
  const inner = [...exhibit.children].reduce((sum, child) => sum + child.scrollHeight, 0);
  const width = Math.max(...[...exhibit.children].map((child) => child.scrollWidth));
  exhibit.style.zoom = Math.min(1.5, exhibit.clientHeight / inner, exhibit.clientWidth / (width + 30));
};
const show = (i) => {
  at = Math.min(slides.length - 1, Math.max(0, i));
  slides.forEach((slide, i) => slide.classList.toggle("on", i === at));
  fit(slides[at]);
  count.textContent = `${at + 1} / ${slides.length}`;
  history.replaceState(null, "", "#" + (at + 1));
};
// For print all slides are fitted to the size of the paper.
addEventListener("beforeprint", () => {
  for (const slide of slides) {
    Object.assign(slide.style, { width: "1122px", height: "626px" });
    slide.classList.add("on");
    fit(slide);
  }
});
addEventListener("afterprint", () => {
  for (const slide of slides) Object.assign(slide.style, { width: "", height: "" });
  show(at);
});
addEventListener("keydown", (e) => {
  if (e.metaKey || e.ctrlKey || e.altKey) return;
  const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[e.key];
  if (by) { e.preventDefault(); show(at + by); }
  if (e.key === "Home") show(0);
  if (e.key === "End") show(slides.length - 1);
  if (e.key === "f") document.documentElement.requestFullscreen?.();
  if (e.key === "t") {
    const root = document.documentElement;
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  }
});
addEventListener("click", (e) => show(at + (e.clientX < innerWidth / 3 ? -1 : 1)));
addEventListener("resize", () => show(at));
addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1));
show(at);
