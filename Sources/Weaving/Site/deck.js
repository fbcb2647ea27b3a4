// One slide at a time: → space Enter click swipe on, ← back, Home and End jump; n notes, s the speaker's window, t theme, f full screen.
const slides = [...document.querySelectorAll(".slide")];
const count = document.querySelector(".count");
for (const formula of window.katex ? document.querySelectorAll(".math") : []) {
  const displayMode = formula.classList.contains("display");
  katex.render(formula.textContent, formula, { displayMode, throwOnError: false });
}
// The groups of a figure of class step-2, step-3 … appear one after the other.
for (const group of document.querySelectorAll('.slide svg [class*="step-"]')) {
  const step = Number(/step-(\d+)/.exec(group.getAttribute("class"))?.[1]) - 1;
  if (step > 0) group.dataset.step = step;
}
const built = (slide) => [...slide.querySelectorAll("[data-step]")];
const steps = (slide) => Math.max(0, ...built(slide).map((e) => Number(e.dataset.step)));
const build = (slide, step) => {
  for (const e of built(slide)) e.classList.toggle("hidden", Number(e.dataset.step) > step);
};
const place = () => {
  const [number, step] = (location.hash.slice(1) || "1").split(".").map(Number);
  const at = Math.min(slides.length, Math.max(1, number || 1)) - 1;
  return [at, Math.min(steps(slides[at]), Math.max(0, step || 0))];
};
let [at, step] = place();

const show = () => {
  slides.forEach((slide, i) => slide.classList.toggle("on", i === at));
  build(slides[at], step);
  count.textContent = `${at + 1} / ${slides.length}`;
  history.replaceState(null, "", `#${at + 1}${step ? `.${step}` : ""}`);
  dispatchEvent(new Event("turned"));
};
const go = (by) => {
  if (by > 0 && step < steps(slides[at])) step += 1;
  else if (by < 0 && step > 0) step -= 1;
  else if (slides[at + by]) { at += by; step = by > 0 ? 0 : steps(slides[at]); }
  show();
};
const jump = (to) => { [at, step] = [to, 0]; show(); };

const pressed = (e) => {
  if (e.metaKey || e.ctrlKey || e.altKey) return;
  const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[e.key];
  if (by) { e.preventDefault(); go(by); }
  if (e.key === "Home") jump(0);
  if (e.key === "End") jump(slides.length - 1);
  if (e.key === "n") document.body.classList.toggle("with-notes");
  if (e.key === "s") openSpeaker();
  if (e.key === "f") document.documentElement.requestFullscreen?.();
  if (e.key === "t") {
    const root = document.documentElement;
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  }
};
addEventListener("keydown", pressed);
addEventListener("hashchange", () => { [at, step] = place(); show(); });

// A finger that moves sideways turns; otherwise a click does, in the left quarter back.
let [touch, swiped] = [null, false];
// Over what is wider than its place a finger scrolls.
const scrolls = (e) => !!e && (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === "auto" || scrolls(e.parentElement));
addEventListener("touchstart", (e) => {
  touch = e.touches.length === 1 && !scrolls(e.target.closest("figure, pre, table, .formula")) ? e.touches[0] : null;
  swiped = false;
}, { passive: true });
addEventListener("touchend", (e) => {
  const to = e.changedTouches[0];
  const [x, y] = touch ? [to.clientX - touch.clientX, to.clientY - touch.clientY] : [0, 0];
  swiped = Math.abs(x) > 40 && Math.abs(x) > 2 * Math.abs(y) && (visualViewport?.scale ?? 1) < 1.05;
  if (swiped) go(x < 0 ? 1 : -1);
  touch = null;
});
addEventListener("click", (e) => {
  if (!swiped && !getSelection().toString()) go(e.clientX < innerWidth / 4 ? -1 : 1);
  swiped = false;
});
if (new URLSearchParams(location.search).has("notes")) document.body.classList.add("for-notes");
show();
