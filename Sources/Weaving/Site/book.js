// The behavior of a page: theme, contents, copying, formulas, figures, keys.
const root = document.documentElement;
const $ = (id) => document.getElementById(id);

const switchTheme = () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch {}
};
if ($("theme")) $("theme").onclick = switchTheme;
if ($("menu")) $("menu").onclick = () => {
  $("menu").setAttribute("aria-expanded", document.body.classList.toggle("menu-open"));
};
for (const link of document.querySelectorAll(".sidebar a")) {
  link.addEventListener("click", () => document.body.classList.remove("menu-open"));
}

for (const button of document.querySelectorAll(".copy")) {
  button.onclick = async () => {
    const code = button.parentElement.querySelector("code").textContent;
    try { await navigator.clipboard.writeText(code); } catch {
      const area = Object.assign(document.createElement("textarea"), { value: code });
      document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1200);
  };
}

for (const formula of window.katex ? document.querySelectorAll(".math") : []) {
  const displayMode = formula.classList.contains("display");
  katex.render(formula.textContent, formula, { displayMode, throwOnError: false });
}

// A click shows a figure in the full size of the window.
const large = $("large");
for (const figure of large ? document.querySelectorAll("main figure") : []) {
  figure.querySelector("svg")?.addEventListener("click", () => {
    const copy = document.createElement("figure");
    copy.append(figure.querySelector("svg").cloneNode(true));
    large.replaceChildren(copy);
    large.showModal();
  });
}
if (large) large.onclick = () => large.close();

// Keys: / searches, t switches the theme, arrows turn pages.
document.addEventListener("keydown", (e) => {
  if (e.target.matches("input, textarea, .lab *") || e.metaKey || e.ctrlKey || e.altKey || large?.open) return;
  if (e.key === "/" && $("query")) { e.preventDefault(); $("query").focus(); }
  if (e.key === "t") switchTheme();
  const way = { ArrowLeft: "prev", ArrowRight: "next" }[e.key];
  if (way) document.querySelector(`.pager a[rel=${way}]`)?.click();
});

// The sidebar marks the section being read.
const links = new Map([...document.querySelectorAll(".sidebar .here ol a")]
  .map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
const spot = () => {
  let here = null;
  for (const h of document.querySelectorAll("main h2[id]")) {
    if (h.getBoundingClientRect().top < 120) here = h.id;
  }
  for (const [id, a] of links) a.classList.toggle("now", id === here);
};
if (links.size) { addEventListener("scroll", spot, { passive: true }); spot(); }

// Folded elements are printed open.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
