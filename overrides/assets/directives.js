/** The list of directives filtered and ordered; the address holds what was asked.

    Without this module the page is the whole list by type. Items keep their elements: a
    filter hides them, another order moves them into one flat list and back. */

const PAUSE = 150;
const CHOICES = ["type", "issuer", "year", "cited", "sort"];
const SAID = ".directive-name, .directive-title, .directive-issuer";
const ORDERS = {
  cited: (one, other) => other.count - one.count,
  date: (one, other) => (other.day > one.day) - (other.day < one.day),
  number: (one, other) => (one.number || Infinity) - (other.number || Infinity) || 0,
};

const form = document.getElementById("__loc-van-ban");
const field = form.elements.q;
const status = form.querySelector("[data-filter-status]");
const clear = form.querySelector("[data-filter-clear]");
const empty = document.querySelector("[data-filter-empty]");
const jump = document.querySelector("[data-jump]");
const flat = document.querySelector("[data-flat]");
const groups = [...document.querySelectorAll("[data-group]")].map((section) => ({
  section,
  list: section.querySelector("ul"),
  link: jump.querySelector(`a[href$="#${section.id}"]`),
}));

/** Words as a reader may type them: no marks, no case, figures apart from letters, “05” as “5”. */
function wordsOf(text) {
  const plain = text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
  return (plain.match(/[a-z]+|\d+/g) ?? []).map((word) => word.replace(/^0+(?=\d)/, ""));
}

const items = groups.flatMap(({ list }) =>
  [...list.children].map((element) => {
    const { type, issuer, year, count, number, day, words } = element.dataset;
    const said = [...element.querySelectorAll(SAID)].map((part) => part.textContent);
    return {
      element, list, type, issuer, year, day, count: +count, number: +number,
      words: new Set(wordsOf([words, ...said].join(" "))),
    };
  }),
);

let settled = here();

function here() {
  return location.search || location.pathname;
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const name of CHOICES) {
    const select = form.elements[name];
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = ""; // a value the list does not know
  }
}

function address() {
  const asked = new URLSearchParams();
  if (field.value.trim()) asked.set("q", field.value.trim());
  for (const name of CHOICES) if (form.elements[name].value) asked.set(name, form.elements[name].value);
  const words = asked.toString();
  return words ? `?${words}` : location.pathname;
}

/** Every word must be there; of the last one, which may still be typed, a beginning is enough. */
function says(item, asked) {
  const last = asked.at(-1);
  return asked.every((word) => item.words.has(word)
    || (word === last && /\D/.test(word) && [...item.words].some((own) => own.startsWith(word))));
}

function test() {
  const asked = wordsOf(field.value);
  const [type, issuer, year, cited] = CHOICES.map((name) => form.elements[name].value);
  return (item) => (!type || item.type === type)
    && (!issuer || item.issuer === issuer)
    && (!year || item.year === year)
    && (!cited || (cited === "0" ? item.count === 0 : item.count >= +cited))
    && says(item, asked);
}

/** Put every item where the chosen order wants it; nothing moves when the order is unchanged. */
let arranged = "";
function arrange(order) {
  if (order === arranged) return;
  arranged = order;
  if (order) flat.append(...[...items].sort(ORDERS[order]).map(({ element }) => element));
  else for (const { list } of groups) list.append(...items.filter((item) => item.list === list).map(({ element }) => element));
}

function show() {
  const matches = test();
  const order = form.elements.sort.value;
  const left = new Map(groups.map(({ list }) => [list, 0]));
  let shown = 0;
  for (const item of items) {
    const fits = matches(item);
    item.element.hidden = !fits;
    if (!fits) continue;
    shown += 1;
    left.set(item.list, left.get(item.list) + 1);
  }
  arrange(order);
  for (const { section, list, link } of groups) {
    section.hidden = Boolean(order) || left.get(list) === 0;
    link.parentElement.hidden = left.get(list) === 0;
    link.querySelector(".number").textContent = left.get(list);
  }
  flat.hidden = !order;
  jump.hidden = Boolean(order) || shown === 0;
  empty.hidden = shown > 0;
  clear.hidden = address() === location.pathname;
  status.textContent = shown === items.length
    ? `Đang xem cả ${shown} văn bản.`
    : `Đang xem ${shown} trong ${items.length} văn bản.`;
}

/** Typing writes over the present entry of the history; a choice gets an entry of its own. */
function ask(how) {
  const target = address();
  if (how === "push" && target !== settled) {
    history.replaceState(null, "", settled);
    history.pushState(null, "", target);
    settled = target;
  } else {
    history.replaceState(null, "", target);
  }
  show();
}

let waiting;
form.addEventListener("input", ({ target }) => {
  if (target !== field) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => ask("replace"), PAUSE);
});
form.addEventListener("change", () => {
  clearTimeout(waiting);
  ask("push");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask("push");
});
clear.addEventListener("click", () => {
  clearTimeout(waiting);
  field.value = "";
  for (const name of CHOICES) form.elements[name].value = "";
  ask("push");
  field.focus();
});
window.addEventListener("popstate", () => {
  clearTimeout(waiting);
  settled = here();
  readAddress();
  show();
});

form.hidden = false;
readAddress();
show();
