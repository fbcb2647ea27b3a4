// Runs before the first paint, so that a dark page does not flash white. `?theme=dark` sets the theme.
(() => {
  let kept = null;
  try { kept = localStorage.getItem("theme"); } catch {}
  const asked = new URLSearchParams(location.search).get("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = (theme) => { document.documentElement.dataset.theme = theme; };
  set(asked ?? kept ?? (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", () => { if (!asked && !kept) set(dark.matches ? "dark" : "light"); });
})();
