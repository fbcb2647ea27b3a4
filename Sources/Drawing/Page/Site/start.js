// The mouse, the keyboard, and the page's address: `#open=s2,s2b1&step=9`, or `#open=all`, opens it so.
"use strict";

const itemAt = (target) => {
  const id = target.closest?.(".item")?.id;
  return shown.items.find((item) => item.id === id);
};

function toggle(group) {
  const wasOpen = open.delete(group.id);
  if (!wasOpen) open.add(group.id);
  picture.classList.add("moving");
  repaint();
  document.getElementById(wasOpen ? group.id : group.id + ".open")?.focus({ preventScroll: true });
}

picture.addEventListener("mouseover", (event) => { const item = itemAt(event.target); if (item) tell(item); });
picture.addEventListener("focusin", (event) => { const item = itemAt(event.target); if (item) tell(item); });
picture.addEventListener("click", (event) => {
  const item = itemAt(event.target);
  if (item?.group) toggle(item.group);
  else item?.shape.focus({ preventScroll: true });
});

picture.addEventListener("keydown", (event) => {
  const item = itemAt(document.activeElement);
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = shown.items.indexOf(item);
  if ((event.key === "Enter" || event.key === " ") && item.group) toggle(item.group);
  else if (event.key === "ArrowDown") shown.items[place + 1]?.shape.focus();
  else if (event.key === "ArrowUp") shown.items[place - 1]?.shape.focus();
  else if (event.key === "Escape" && (item.isBar || item.bars.length)) toggle((item.isBar ? item : item.bars.at(-1)).group);
  else return;
  event.preventDefault();
});

addEventListener("keydown", (event) => {
  if (event.target.tagName === "INPUT" || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowRight: 1, ArrowLeft: -1, Home: -slider.max, End: Number(slider.max) }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  go(by);
});

slider.addEventListener("input", step);
document.getElementById("prev").addEventListener("click", () => go(-1));
document.getElementById("next").addEventListener("click", () => go(1));
document.getElementById("all").addEventListener("click", () => {
  for (const id of Object.keys(groups)) open.add(id);
  repaint();
});
document.getElementById("none").addEventListener("click", () => { open.clear(); repaint(); });

/** Opens what the address names. */
function follow() {
  const parts = new URLSearchParams(location.hash.slice(1));
  open.clear();
  const wanted = parts.get("open") ?? "";
  for (const id of wanted === "all" ? Object.keys(groups) : wanted.split(",")) if (groups[id]) open.add(id);
  slider.value = 0;
  const step = Number(parts.get("step") ?? 0);
  repaint();
  if (Number.isInteger(step) && step > 0) go(Math.min(step, Number(slider.max)));
  else tell(shown.items[0]);
}
addEventListener("hashchange", follow);
follow();
