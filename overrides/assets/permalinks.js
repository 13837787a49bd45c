/**
 * The card of a permalink: how the paragraph or section is cited, with its address, to be copied.
 * The place is put into the address bar without a jump; without this module the link just leads there.
 */

import { offer } from "./card.js";
import { copy } from "./copying.js";

const report = document.querySelector("[data-citing]").dataset.citing;
const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;

/** `Báo cáo số 170-BC/ĐUK, quý III/2023, của …, mục I.4, đoạn 3 (https://…#i-4-p3)`. */
function citationOf(link) {
  const { place } = link.closest("[data-place]").dataset;
  const paragraph = /-p(\d+)$/.exec(link.hash)?.[1];
  const words = [report, place, ...(paragraph ? [`đoạn ${paragraph}`] : [])].join(", ");
  return `${words} (${new URL(link.hash, page)})`;
}

function line(className, text) {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function button(words, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", action);
  return element;
}

offer(".permalink", {
  name: "Viện dẫn chỗ này",
  click: "only",
  write(link) {
    const text = line("citing-text", citationOf(link));
    const address = line("citing-address", String(new URL(link.hash, page)));
    const status = line("meta copy-status", "");
    status.setAttribute("role", "status");
    const row = line("copy-row", "");
    row.append(
      button("Sao chép viện dẫn", () => copy(text, status)),
      button("Sao chép liên kết", () => copy(address, status)),
    );
    const card = document.createElement("div");
    card.append(text, row, status, address);
    return card;
  },
});

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(".permalink") : null;
  if (link && event.defaultPrevented) history.replaceState(history.state, "", link.hash);
});
