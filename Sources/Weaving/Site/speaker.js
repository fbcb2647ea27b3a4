// The speaker's window: this slide and the next one, the notes, the time of day, and how long it has been.
let speaker = null;
const layout = `
  html { font-size: calc(100vw / 146); }
  body { overflow: auto; background: var(--shade); padding: 1.5rem; display: grid; gap: 2rem 2rem;
    grid-template: auto auto 1fr / 84rem 57rem; height: 100vh; }
  .clock { grid-column: 1 / -1; display: flex; gap: 4rem; font-size: 2.4rem; font-variant-numeric: tabular-nums; color: var(--muted); }
  .clock b { color: var(--ink); }
  .frame { position: relative; overflow: hidden; height: 47.25rem; border: 1px solid var(--edge); }
  .frame.next { height: 32.1rem; }
  .frame .slide { position: absolute; inset: 0; margin: 0; display: grid; transform-origin: 0 0; transform: scale(1.05); }
  .frame.next .slide { transform: scale(0.7125); }
  .frame .notes { display: none; }
  .ahead { color: var(--muted); font-size: 2rem; margin-top: 1rem; }
  .spoken { grid-column: 1 / -1; font-size: 3rem; line-height: 1.45; max-width: 120rem; }
  .spoken p + p { margin-top: 0.6em; }`;
const clock = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

const copy = (i, step) => {
  const slide = slides[i].cloneNode(true);
  slide.classList.add("on");
  build(slide, step);
  return slide.outerHTML;
};
const tell = () => {
  if (!speaker || speaker.closed) return;
  const doc = speaker.document;
  doc.documentElement.dataset.theme = document.documentElement.dataset.theme;
  const isBuilt = step === steps(slides[at]);
  const next = isBuilt ? [at + 1, 0] : [at, step + 1];
  doc.querySelector(".now").innerHTML = copy(at, step);
  doc.querySelector(".next").innerHTML = slides[next[0]] ? copy(...next) : "";
  doc.querySelector(".ahead").textContent =
    !slides[next[0]] ? "the end" : isBuilt ? "next" : `next, step ${step + 1} of ${steps(slides[at])}`;
  doc.querySelector(".spoken").innerHTML = slides[at].querySelector(".notes").innerHTML;
  doc.querySelector(".at").textContent = `${at + 1} / ${slides.length}`;
};
const openSpeaker = () => {
  speaker = open("", "speaker", "width=1100,height=800");
  if (!speaker) return;
  const doc = speaker.document;
  const styles = [...document.querySelectorAll("style")].map((s) => `<style>${s.textContent}</style>`).join("");
  doc.head.innerHTML = `<title>Speaker</title>${styles}<style>${layout}</style>`;
  doc.body.innerHTML = `<div class="clock"><b class="at"></b><span class="gone" title="click: from zero"></span><span class="day"></span></div>
    <div class="frame now"></div><div><div class="frame next"></div><p class="ahead"></p></div><div class="spoken"></div>`;
  let began = Date.now();
  doc.querySelector(".gone").addEventListener("click", () => { began = Date.now(); tick(); });
  const tick = () => {
    if (speaker.closed) return clearInterval(timer);
    doc.querySelector(".gone").textContent = clock((Date.now() - began) / 1000);
    doc.querySelector(".day").textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  };
  const timer = setInterval(tick, 500);
  tick();
  speaker.addEventListener("keydown", pressed);
  tell();
};
addEventListener("turned", tell);
