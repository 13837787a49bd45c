// The browser's side of “kho serve”: shows the page anew after a save, and what is wrong with it.

/** The file a page is made from, as problems name it: `2023/q3/170-bc-duk.md`. */
const OWN = `${location.pathname.replace(/^\/|\/(index\.html)?$/g, "")}.md`;
const MOST = 30;

/** @param {string} tag @param {string} text @param {string} [name] */
function element(tag, text, name) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
}

const panel = element("aside", "", "kho-preview");
panel.hidden = true;
panel.setAttribute("aria-label", "Lỗi khi xem thử");
const details = document.createElement("details");
const title = document.createElement("summary");
title.setAttribute("role", "status");
const list = document.createElement("ol");
details.append(title, list);
panel.append(details);
document.body.append(panel);

function entry(problem) {
  const item = element("li", "", problem.severity);
  const kind = problem.severity === "error" ? "Lỗi" : "Cảnh báo";
  const said = element("p", "");
  said.append(element("strong", `${kind} ${problem.code}`), ` ${problem.message}`);
  const place = [problem.path, problem.line, problem.column].filter(Boolean).join(":");
  item.append(said, element("p", place, "where"));
  if (problem.excerpt) item.append(element("pre", problem.excerpt));
  item.append(element("p", `Cách sửa: ${problem.hint}`));
  return item;
}

/** Errors first, those of this page's file before others; warnings of other files are counted only. */
function shown(problems) {
  const isOwn = (problem) => problem.path.endsWith(`/${OWN}`) || problem.path === OWN;
  const weight = (problem) => (problem.severity === "error" ? 0 : 2) + (isOwn(problem) ? 0 : 1);
  return problems
    .filter((problem) => weight(problem) < 3)
    .sort((one, other) => weight(one) - weight(other));
}

function show(state) {
  const errors = state.problems.filter((problem) => problem.severity === "error").length;
  const warnings = state.problems.length - errors;
  const entries = shown(state.problems);
  const heading = [
    errors ? `${errors} lỗi` : "",
    warnings ? `${warnings} cảnh báo` : "",
  ].filter(Boolean).join(", ");
  const why = state.stale
    ? ": trang đang hiện bản tốt gần nhất"
    : errors ? ": chưa đăng được" : "";
  title.textContent = `${heading}${why}.`;
  list.replaceChildren(...entries.slice(0, MOST).map(entry));
  const rest = state.problems.length - Math.min(entries.length, MOST);
  if (rest) list.append(element("li", `Còn ${rest} điều nữa ở các tệp khác; xem bằng “kho check”.`));
  details.open = errors > 0;
  panel.classList.toggle("is-mild", errors === 0);
  panel.hidden = state.problems.length === 0;
}

// which save this page is of; the stream tells of the latest
const pages = Number(new URL(import.meta.url).searchParams.get("pages"));
new EventSource("/__kho/luu").addEventListener("message", (event) => {
  const state = JSON.parse(event.data);
  if (state.pages === pages) show(state);
  else location.reload();
});
