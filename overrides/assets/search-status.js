/** What the search page says above its results. */

import { form } from "./search-question.js";

const place = document.querySelector("[data-search-status]");
const number = new Intl.NumberFormat("vi");

function say(...parts) {
  place.replaceChildren(...parts);
}

function linkTo(address, text) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  return link;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "link-button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

const otherWays = () => [
  linkTo(form.dataset.directives, "danh mục văn bản"), ", ", linkTo(form.dataset.areas, "lĩnh vực"), " hoặc ",
  linkTo(form.dataset.home, "bảng các quý"),
];

export const sayNothing = () => say();
export const sayWaiting = () => say("Đang tìm…");

/** `everywhere` asks again without filters; `write` puts other words into the field. */
export function sayFound({ query, filters }, { results, total, instead }, { everywhere, write }) {
  if (total === 0 && Object.keys(filters).length > 0) {
    say(`Không có kết quả cho “${query}” trong phạm vi đã chọn. `, button("Tìm trong toàn kho", everywhere), ", hoặc bớt từ.");
  } else if (total === 0) {
    say(`Kho không có gì khớp với “${query}”. Thử ít từ hơn, bỏ dấu ngoặc kép, hoặc tra theo `, ...otherWays(), ".");
  } else if (instead) {
    say(`Không có “${query}”. Có phải bạn tìm `, button(instead, () => write(instead)), `? Đây là ${number.format(total)} kết quả cho cách viết ấy.`);
  } else {
    const part = results.length < total ? `, đang xem ${number.format(results.length)}` : "";
    say(`${number.format(total)} kết quả cho “${query}”${part}.`);
  }
}

export function sayNotLoaded(again) {
  say("Không tải được chỉ mục tìm kiếm. Kiểm tra mạng rồi ", button("thử lại", again), "; trong lúc chờ có thể tra theo ", ...otherWays(), ".");
}
