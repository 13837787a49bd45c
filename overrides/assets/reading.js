/** While one reads: the contents mark the place, a thin line at the top shows how far one has come. */

const here = document.querySelector("[data-here]");
const aside = document.querySelector(".report-aside");
const list = document.querySelector(".report-toc");
const links = new Map(); // a part of the page → the links that lead to it, in both lists

for (const link of document.querySelectorAll(".toc a")) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const part = target?.closest("section, .doc-section");
  if (part) links.set(part, [...(links.get(part) ?? []), link]);
}

/** Keep a link in sight in the contents' own scroll, without moving the page. */
function reveal(link) {
  const box = aside.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) aside.scrollTop += top - box.top - box.height / 3;
}

function mark(part) {
  for (const link of document.querySelectorAll(".toc a[aria-current]")) link.removeAttribute("aria-current");
  for (const link of links.get(part)) {
    link.setAttribute("aria-current", "location");
    if (aside.contains(link) && aside.checkVisibility?.()) reveal(link);
  }
  here.textContent = part.dataset.name ?? links.get(part)[0].textContent;
}

const observer = new IntersectionObserver(
  (entries) => {
    const entered = entries.filter(({ isIntersecting }) => isIntersecting).at(-1);
    if (entered) mark(entered.target);
  },
  { rootMargin: "-20% 0px -80% 0px" }, // a line one fifth down the window
);
for (const part of links.keys()) observer.observe(part);

/* The list on narrow windows lies over the text: a choice, a press elsewhere or Escape closes it */

document.addEventListener("click", ({ target }) => {
  if (list.open && (!list.contains(target) || target.closest("a"))) list.open = false;
});
list.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !list.open) return;
  list.open = false;
  list.querySelector("summary").focus();
});

/* How far */

const text = document.querySelector(".report-text");
const end = document.querySelector(".doc-end");
const line = document.createElement("div");
line.className = "progress";
line.setAttribute("aria-hidden", "true");
document.body.append(line);

let isAwaited = false;
function draw() {
  isAwaited = false;
  const { top } = text.getBoundingClientRect();
  const way = end.getBoundingClientRect().bottom - top - document.documentElement.clientHeight;
  line.style.setProperty("--read", way > 0 ? Math.min(1, Math.max(0, -top / way)).toFixed(4) : "0");
}
function drawSoon() {
  if (!isAwaited) requestAnimationFrame(draw);
  isAwaited = true;
}
addEventListener("scroll", drawSoon, { passive: true });
addEventListener("resize", drawSoon);
draw();
