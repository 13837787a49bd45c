/** The search page: the address holds the question, this module shows the answer. */

import { loadEngine } from "./search-engine.js";
import { itemOf } from "./search-list.js";
import { clearFilters, field, form, readAddress, readForm, writeAddress } from "./search-question.js";
import { forget, recent, remember } from "./search-recent.js";
import { sayFound, sayNothing, sayNotLoaded, sayWaiting } from "./search-status.js";

const PAGE = 10;
const PAUSE = 200;

const list = document.querySelector("[data-search-results]");
const more = document.querySelector("[data-search-more]");
const help = document.querySelector("[data-search-help]");
const unfilter = document.querySelector("[data-search-unfilter]");
const lately = document.querySelector("[data-search-recent]");

const title = document.title;
let turn = 0;
let shown = { query: "", filters: {}, limit: PAGE };
let waiting;

function clear() {
  list.replaceChildren();
  more.hidden = true;
  help.hidden = false;
  showRecent();
  sayNothing();
}

function showRecent() {
  const queries = recent();
  lately.hidden = queries.length === 0;
  lately.querySelector("ul").replaceChildren(
    ...queries.map((query) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `?${new URLSearchParams({ q: query })}`;
      link.textContent = query;
      item.append(link);
      return item;
    }),
  );
}

async function run(question) {
  const mine = ++turn;
  document.documentElement.removeAttribute("data-asked"); // frame.js kept the help from being drawn
  const kept = question.limit > PAGE ? list.children.length : 0;
  shown = question;
  document.title = question.query ? `“${question.query}” · ${title}` : title;
  unfilter.hidden = Object.keys(question.filters).length === 0;
  if (!question.query) {
    clear();
    return;
  }
  help.hidden = true;
  lately.hidden = true;
  if (list.children.length === 0) sayWaiting();
  try {
    const { search } = await loadEngine(form.dataset.search);
    const found = await search(question.query, question);
    if (mine !== turn) return; // a later question overtook this one
    list.replaceChildren(...found.results.map(itemOf));
    more.hidden = found.results.length >= found.total;
    sayFound(question, found, { everywhere, write });
    if (kept) list.children[kept]?.querySelector("a")?.focus();
  } catch (fault) {
    if (mine !== turn) return;
    console.warn(fault);
    list.replaceChildren();
    more.hidden = true;
    sayNotLoaded(() => run(shown));
  }
}

function ask(lasting) {
  clearTimeout(waiting);
  const question = { ...readForm(), limit: PAGE };
  writeAddress(question, lasting);
  if (lasting) remember(question.query);
  run(question);
}

function everywhere() {
  clearFilters();
  ask(true);
  field.focus();
}

function write(query) {
  field.value = query;
  ask(true);
  field.focus();
}

/** Arrows lead from the field through the titles of the results and back. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [field, ...list.querySelectorAll(".result-title a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

form.addEventListener("input", (event) => {
  if (event.target !== field) return;
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE, false);
});
form.addEventListener("change", (event) => {
  if (event.target !== field) ask(true);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(true);
});
field.addEventListener("focus", () => loadEngine(form.dataset.search).then(({ prepare }) => prepare()).catch(() => {}), { once: true });
more.addEventListener("click", () => run({ ...shown, limit: shown.limit + PAGE }));
unfilter.addEventListener("click", everywhere);
list.addEventListener("click", ({ target }) => target.closest("a") && remember(shown.query));
lately.querySelector("button").addEventListener("click", () => {
  forget();
  lately.hidden = true;
  field.focus();
});
document.addEventListener("keydown", walk);
window.addEventListener("popstate", () => {
  clearTimeout(waiting);
  readAddress();
  run({ ...readForm(), limit: PAGE });
});

readAddress();
remember(field.value); // asked from another page, perhaps before its scripts were there
run({ ...readForm(), limit: PAGE });
if (!field.value && !location.hash) field.focus({ preventScroll: true });
