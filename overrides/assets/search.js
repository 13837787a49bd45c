/** The search page: the address holds the question, this module shows the answer. */

const PAGE = 10;
const PAUSE = 250;
const FILTERS = ["kind", "year", "quarter", "issuer"];
const KINDS = {
  section: "Mục của báo cáo",
  footnote: "Chú thích",
  directive: "Văn bản",
  report: "Báo cáo",
};

const form = document.getElementById("__tim-kiem");
const field = form.elements.q;
const status = document.querySelector("[data-search-status]");
const list = document.querySelector("[data-search-results]");
const more = document.querySelector("[data-search-more]");
const help = document.querySelector("[data-search-help]");

let engine;
let turn = 0;
let settled = here();
let shown = { query: "", filters: {}, limit: PAGE };

function here() {
  return location.search || location.pathname;
}

function loadEngine() {
  engine ??= import(new URL(form.dataset.module, document.baseURI).href).catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}

function readForm() {
  const filters = {};
  for (const name of FILTERS) if (form.elements[name].value) filters[name] = form.elements[name].value;
  return { query: field.value.trim(), filters, limit: PAGE };
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const name of FILTERS) {
    const select = form.elements[name];
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = ""; // a value the archive does not know
  }
}

function addressOf({ query, filters }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const name of FILTERS) if (filters[name]) asked.set(name, filters[name]);
  const words = asked.toString();
  return words ? `?${words}` : location.pathname;
}

/** Text with nothing but <mark> kept from the engine's excerpt. */
function excerptInto(target, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of parsed.childNodes) {
    const isMark = node.nodeName === "MARK";
    const part = isMark ? document.createElement("mark") : document.createTextNode("");
    part.textContent = node.textContent;
    target.append(part);
  }
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function resultItem(result) {
  const item = element("li", "result");
  const heading = element("h2", "result-title");
  const link = element("a", "", result.title);
  link.href = result.url;
  heading.append(link);
  const meta = element("p", "meta");
  meta.append(element("span", "label", KINDS[result.kind] ?? "Mục"));
  if (result.trail && result.trail !== KINDS[result.kind]) meta.append(" ", element("span", "", result.trail));
  const excerpt = element("p", "excerpt");
  excerptInto(excerpt, result.excerpt);
  item.append(heading, meta, excerpt);
  return item;
}

function linkTo(address, text) {
  const link = element("a", "", text);
  link.href = address;
  return link;
}

function say(...parts) {
  status.replaceChildren(...parts);
}

function clear() {
  list.replaceChildren();
  more.hidden = true;
  help.hidden = false;
  say();
}

function nothingFound({ query, filters }) {
  const { directives, home } = form.dataset;
  if (Object.keys(filters).length === 0) {
    say(
      `Không có kết quả cho “${query}”. Thử ít từ hơn, bỏ dấu ngoặc kép, hoặc xem `,
      linkTo(directives, "danh mục văn bản"), " và ", linkTo(home, "bảng các quý"), ".",
    );
    return;
  }
  const button = element("button", "link-button", "tìm trong toàn kho");
  button.type = "button";
  button.addEventListener("click", () => {
    for (const name of FILTERS) form.elements[name].value = "";
    ask("push");
    field.focus();
  });
  say(`Không có kết quả cho “${query}” trong phạm vi đã chọn. Thử `, button, " hoặc dùng ít từ hơn.");
}

function couldNotLoad() {
  const button = element("button", "link-button", "thử lại");
  button.type = "button";
  button.addEventListener("click", () => run(shown));
  const { directives, home } = form.dataset;
  say(
    "Không tải được chỉ mục tìm kiếm. Kiểm tra mạng rồi ", button, "; trong lúc chờ có thể xem ",
    linkTo(directives, "danh mục văn bản"), " và ", linkTo(home, "bảng các quý"), ".",
  );
}

async function run(question) {
  const mine = ++turn;
  const kept = question.limit > PAGE ? list.children.length : 0;
  shown = question;
  document.title = document.title.replace(/^(“.*” · )?/, question.query ? `“${question.query}” · ` : "");
  if (!question.query) {
    clear();
    return;
  }
  if (list.children.length === 0) say("Đang tìm…");
  try {
    const { search } = await loadEngine();
    const { results, total, instead } = await search(question.query, question);
    if (mine !== turn) return; // a later question overtook this one
    help.hidden = true;
    list.replaceChildren(...results.map(resultItem));
    more.hidden = results.length >= total;
    if (total === 0) nothingFound(question);
    else if (instead) say(`Không có “${question.query}”. Đây là ${total} kết quả cho “${instead}”.`);
    else say(`${total} kết quả cho “${question.query}”${more.hidden ? "" : `, đang xem ${results.length}`}.`);
    if (kept) list.children[kept]?.querySelector("a")?.focus();
  } catch (fault) {
    if (mine !== turn) return;
    console.warn(fault);
    list.replaceChildren();
    more.hidden = true;
    couldNotLoad();
  }
}

/**
 * Run what the form says and write it into the address.
 *
 * Typing writes over the present entry of the history; a submitted question gets an
 * entry of its own, after the one that the typing had covered is put back.
 */
function ask(how) {
  const question = readForm();
  const address = addressOf(question);
  if (how === "push" && address !== settled) {
    history.replaceState(null, "", settled);
    history.pushState(null, "", address);
    settled = address;
  } else {
    history.replaceState(null, "", address);
  }
  run(question);
}

let waiting;
form.addEventListener("input", (event) => {
  if (event.target !== field) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => ask("replace"), PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target !== field) ask("push");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask("push");
});
field.addEventListener("focus", () => loadEngine().then(({ prepare }) => prepare()).catch(() => {}), { once: true });
more.addEventListener("click", () => run({ ...shown, limit: shown.limit + PAGE }));
window.addEventListener("popstate", () => {
  clearTimeout(waiting);
  settled = here();
  readAddress();
  run(readForm());
});

readAddress();
run(readForm());
if (!field.value && !location.hash) field.focus({ preventScroll: true });
