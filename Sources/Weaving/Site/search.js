// Searches search-index.js: every word must occur; occurrences in headings count for more.
(() => {
  const up = document.currentScript.dataset.up;
  const query = document.getElementById("query");
  const hits = document.getElementById("hits");
  if (!query) return;

  const find = (question) => {
    const words = question.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return window.bookIndex.map(([url, page, title, text]) => {
      const heading = title.toLowerCase(), body = text.toLowerCase();
      if (!words.every((w) => heading.includes(w) || body.includes(w))) return null;
      const score = words.reduce((sum, w) => sum + (heading.includes(w) ? 20 : 0) + body.split(w).length, 0);
      const at = Math.max(0, body.indexOf(words[0]) - 50);
      return { url, page, title, score, text: text.slice(at, at + 140), words };
    }).filter(Boolean).sort((a, b) => b.score - a.score).slice(0, 8);
  };

  // Chinese text is marked as such, as it is on the pages.
  const han = /([\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+)/;
  const inItsLanguage = (text) => text.split(han).map((part, i) => i % 2
    ? Object.assign(document.createElement("span"), { lang: "zh", textContent: part }) : part);
  const element = (name, ...children) => {
    const made = document.createElement(name);
    made.append(...children.flatMap((c) => typeof c === "string" ? inItsLanguage(c) : [c]));
    return made;
  };
  const marked = (text, words) => {
    const escaped = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const parts = text.split(new RegExp("(" + escaped.join("|") + ")", "gi"));
    return element("p", "…", ...parts.map((part, i) => (i % 2 ? element("mark", part) : part)), "…");
  };

  let chosen = 0;
  const choose = (i) => {
    const links = hits.querySelectorAll("a");
    if (!links.length) return;
    chosen = (i + links.length) % links.length;
    links.forEach((a, i) => a.classList.toggle("now", i === chosen));
    links[chosen].scrollIntoView({ block: "nearest" });
  };
  const answer = () => {
    hits.hidden = !query.value.trim();
    hits.replaceChildren(...find(query.value).map((hit) => {
      const link = element("a", element("b", hit.title));
      if (hit.page !== hit.title) link.append(element("small", hit.page));
      link.append(marked(hit.text, hit.words));
      link.href = up + hit.url;
      return link;
    }));
    if (!hits.children.length) hits.append(Object.assign(element("p", "Nothing found."), { className: "none" }));
    choose(0);
  };

  query.oninput = answer;
  query.onkeydown = (e) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") { e.preventDefault(); choose(chosen + (e.key === "ArrowDown" ? 1 : -1)); }
    if (e.key === "Enter") hits.querySelector("a.now")?.click();
    if (e.key === "Escape") { query.value = ""; answer(); query.blur(); }
  };
  document.addEventListener("click", (e) => { if (!e.target.closest(".search")) hits.hidden = true; });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { query.value = asked; answer(); }
})();
