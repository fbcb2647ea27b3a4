// The slider: forward through what is seen, item by item, then back with the gradient.
"use strict";

const slider = document.getElementById("step");
const status = document.getElementById("where");
/** What is stepped through: everything seen but the bars of open groups. */
let steps = [];

/** Draws the net, and keeps the item that the slider was at. */
function repaint() {
  const at = current();
  paint();
  steps = shown.items.filter((item) => !item.isBar);
  slider.max = (net.hasGradients ? 2 : 1) * steps.length;
  if (at) {
    const place = steps.findIndex((item) => item.operations.some((id) => at.item.operations.includes(id)));
    slider.value = at.isForward ? place + 1 : 2 * steps.length - place;
  }
  step();
}

/** The item that the slider is at, and whether it is on the way forward; nothing at rest. */
function current() {
  const value = Number(slider.value), n = steps.length;
  if (value === 0 || n === 0) return null;
  const isForward = value <= n;
  return { item: steps[isForward ? value - 1 : 2 * n - value], index: isForward ? value - 1 : 2 * n - value, isForward };
}

function step() {
  const at = current();
  const last = (item) => Math.max(...item.operations, ...(item.members ?? []).flatMap((inner) => inner.operations));
  const first = (item) => Math.min(...item.operations, ...(item.members ?? []).flatMap((inner) => inner.operations));
  const now = at ? at.item : null;
  for (const item of shown.items) {
    const isLater = Boolean(at?.isForward) && first(item) > last(now);
    const isReturned = Boolean(at) && !at.isForward && first(item) >= first(now);
    item.shape.classList.toggle("later", isLater);
    item.shape.classList.toggle("now", item === now);
    item.shape.classList.toggle("returned", isReturned);
    for (const edge of item.inputs) {
      edge.line?.classList.toggle("later", isLater);
      edge.back?.classList.toggle("on", isReturned);
    }
  }
  slider.setAttribute("aria-valuetext", sentence(at));
  status.textContent = sentence(at);
  remember();
  if (!at) return;
  tell(now);
  now.shape.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** "Back, 3 of 16. Stage 4, block 2: sum, hands back 8.4 · 10⁻⁵". */
function sentence(at) {
  if (!at) return words.atRest;
  const n = steps.length, { item } = at;
  const count = `${at.isForward ? words.forward : words.back}, ${at.isForward ? at.index + 1 : n - at.index} ${words.of} ${n}`;
  const around = item.group ? place(item.group.parent) : place(ownerOf[item.operations[0]]);
  const name = (around ? `${around}: ` : "") + nameOf(item);
  const sizes = item.inputs.map((edge) => edge.gradient).filter((size) => size !== undefined);
  const handed = at.isForward || !sizes.length ? "" : `; ${words.handsBack} ${unique(sizes.map(sizeText)).join(` ${words.and} `)}`;
  return `${count}. ${name}${handed}`;
}

function go(by) {
  slider.value = Number(slider.value) + by;
  step();
}

/** Keeps what is open, and the step, in the page's address. */
function remember() {
  const parts = [];
  if (open.size && open.size === Object.keys(groups).length) parts.push("open=all");
  else if (open.size) parts.push(`open=${[...open].map(encodeURIComponent).join(",")}`);
  if (Number(slider.value)) parts.push(`step=${slider.value}`);
  history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname);
}
