/** What stands in the list under a search field. */

import { nodesOf } from "./search-landing.js";

const KINDS = { section: "Mục", footnote: "Chú thích", directive: "Văn bản", report: "Báo cáo" };

let count = 0;

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

function option(className, ...content) {
  const made = element("div", `option ${className}`, ...content);
  made.id = `__goi-y-${(count += 1)}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  return made;
}

/** A result: its kind and title, where it stands, its sentence. */
export function hitOption(result) {
  const made = option(
    "option-hit",
    element("span", "option-title", element("span", "label", KINDS[result.kind]), " ", result.title),
    element("span", "option-trail", result.kind === "directive" ? "" : ` ${result.trail}`),
    element("span", "option-words", " ", ...nodesOf(result.excerpt)),
  );
  made.result = result;
  return made;
}

/** Words to be searched for on the search page. */
export function wordsOption(words, text = words) {
  const made = option("option-search", text);
  made.dataset.words = words;
  return made;
}

export function groupOf(name, options) {
  const group = element("div", "option-group", ...options);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", name);
  return group;
}

/** The popup: a line for eye and ear, the list, and a button that forgets. */
export function popupOf(name, forgetAll) {
  const whole = element("div", "search-popup");
  const said = element("p", "popup-said");
  const live = element("p", "sr-only");
  const list = element("div", "popup-list");
  const clear = element("button", "popup-forget", "Xóa những lần tìm đã lưu trên máy này");
  said.setAttribute("aria-hidden", "true"); // a hidden region announces nothing when it appears
  live.setAttribute("role", "status");
  list.id = `${name}-goi-y`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Gợi ý tìm kiếm");
  clear.type = "button";
  clear.addEventListener("click", forgetAll);
  whole.append(said, list, clear);
  whole.hidden = true;
  return {
    whole,
    live,
    list,
    show(content, words, isRecent) {
      list.replaceChildren(...content);
      list.hidden = content.length === 0;
      clear.hidden = !isRecent;
      whole.hidden = false;
      said.textContent = words;
      live.textContent = words;
    },
  };
}
