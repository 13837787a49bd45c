/**
 * The card of a permalink: how the paragraph or section is cited, with its address, to be copied.
 * The place is put into the address bar without a jump; without this module the link just leads there.
 */

import { offer } from "./card.js";
import { copy } from "./copying.js";

const report = document.querySelector("[data-citing]").dataset.citing;
const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;

/** `Báo cáo số 170-BC/ĐUK, quý III/2023, của …, mục I.4, đoạn 3`. */
function placeOf(link) {
  const { place } = link.closest("[data-place]").dataset;
  const paragraph = /-p(\d+)$/.exec(link.hash)?.[1];
  return [report, place, ...(paragraph ? [`đoạn ${paragraph}`] : [])].join(", ");
}

function make(tag, className, ...content) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

function button(words, action) {
  const element = make("button", "", words);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

offer(".permalink", {
  name: "Viện dẫn chỗ này",
  click: "only",
  write(link) {
    const address = make("span", "citing-address", String(new URL(link.hash, page)));
    const text = make("p", "citing-text", `${placeOf(link)} (`, address, ")");
    const status = make("p", "meta copy-status");
    status.setAttribute("role", "status");
    const row = make(
      "p",
      "copy-row",
      button("Sao chép viện dẫn", () => copy(text, status)),
      button("Sao chép liên kết", () => copy(address, status)),
    );
    const card = make("div", "", text, row, status);
    return card;
  },
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".permalink") : null;
  if (link && event.defaultPrevented) history.replaceState(history.state, "", link.hash);
});
