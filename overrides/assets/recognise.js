/** The page that recognises citations: takes a text, has it read beside the page, shows the answer. */

import { asCsv, asJson, asList } from "./recognise-rows.js";
import { documentsOf, drawList, drawText } from "./recognise-view.js";

const LARGEST = 5_000_000;
const SHOWN = 200_000; // a field with more letters than this keeps the page from answering
const EXAMPLE = `Căn cứ Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị và Kết luận số 01-KL/TW (gọi tắt là Kết luận 01);

Thực hiện Nghị quyết Trung ương 4 khóa XII, Quy định số 37-QĐ/TW và Nghị định số 30/2020/NĐ-CP; trong kỳ đã quán triệt Điều lệ Đảng, Chỉ thị 05 và Kế hoạch số 999-KH/XYZ.`;

const form = document.querySelector("[data-paste]");
const field = form.elements.text;
const status = document.querySelector("[data-paste-status]");
const progress = document.querySelector("[data-paste-progress]");
const result = document.querySelector("[data-paste-result]");
const part = (name) => document.querySelector(`[data-paste-${name}]`);
const number = new Intl.NumberFormat("vi");

let turn = 0;
let worker;
let stop = () => {};
let answer = null;
let loaded = ""; // the text of a file too long for the field

function say(words) {
  status.textContent = words;
}

/** Older browsers know no module workers: there the page itself does the reading. */
async function readHere(text) {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const { recognise } = await import(new URL(form.dataset.module, document.baseURI).href);
  return recognise(text);
}

function startWorker() {
  return new Promise((ready, fail) => {
    const made = new Worker(new URL(form.dataset.worker, document.baseURI), { type: "module" });
    made.addEventListener("message", () => ready(made), { once: true });
    made.addEventListener("error", (event) => {
      event.preventDefault();
      fail(new Error("no module worker"));
    }, { once: true });
  });
}

function readBeside(text) {
  return new Promise((done, fail) => {
    const hear = ({ data }) => {
      worker.removeEventListener("message", hear);
      if (data.fault) fail(new Error(data.fault));
      else done(data.answer);
    };
    worker.addEventListener("message", hear);
    worker.postMessage(text);
    stop = () => {
      worker?.terminate();
      worker = undefined;
      fail(new Error("stopped"));
    };
  });
}

async function read(text) {
  try {
    worker ??= await startWorker();
  } catch {
    worker = null;
  }
  return worker ? readBeside(text) : readHere(text);
}

function count(state) {
  return answer.found.filter((one) => !state || one.state === state).length;
}

function summary() {
  const { rows, found } = answer;
  if (rows.length === 0) return "Không nhận ra viện dẫn nào. Trang chỉ tìm văn bản có loại kèm số, ký hiệu hoặc tên riêng.";
  const parts = [["cited", "có trong kho"], ["known", "chỉ có trong danh mục"], ["ambiguous", "chưa rõ văn bản nào"], ["unknown", "kho chưa có"]]
    .filter(([state]) => count(state))
    .map(([state, words]) => `${number.format(count(state))} ${words}`);
  return `Nhận ra ${number.format(rows.length)} viện dẫn của ${number.format(found.length)} văn bản: ${parts.join(", ")}.`;
}

async function show(mine) {
  for (const place of document.querySelectorAll("[data-count]")) place.textContent = number.format(count(place.dataset.count));
  form.ownerDocument.querySelector("input[name=state][value='']").checked = true;
  result.hidden = answer.rows.length === 0;
  const goesOn = () => mine === turn;
  const address = new URL(form.dataset.directives, document.baseURI);
  await drawList(part("list"), answer, address, goesOn);
  await drawText(part("text"), answer, goesOn);
}

async function run() {
  const text = field.value || loaded;
  stop();
  const mine = ++turn;
  if (!text.trim()) {
    clear();
    say("Chưa có chữ nào để đọc: hãy dán một văn bản vào ô.");
    return;
  }
  say(text.length > 100_000 ? `Đang đọc ${number.format(text.length)} ký tự…` : "Đang đọc…");
  progress.hidden = false;
  try {
    const told = await read(text);
    if (mine !== turn) return;
    answer = { ...told, found: documentsOf(told.rows) };
    say(summary());
    await show(mine);
  } catch (fault) {
    if (mine !== turn) return;
    console.warn(fault);
    result.hidden = true;
    say("Không tải được phần nhận ra. Kiểm tra mạng rồi bấm “Nhận ra” lần nữa.");
  } finally {
    if (mine === turn) {
      progress.hidden = true;
      stop = () => {};
    }
  }
}

function clear() {
  stop();
  stop = () => {};
  turn += 1;
  answer = null;
  field.value = "";
  field.placeholder = "";
  loaded = "";
  result.hidden = true;
  progress.hidden = true;
  part("list").replaceChildren();
  part("text").replaceChildren();
  say("");
}

async function take(file) {
  if (!file) return;
  if (file.size > LARGEST) {
    say(`Tệp ${file.name} lớn quá: trang đọc được tới ${number.format(LARGEST / 1_000_000)} MB. Hãy dán từng phần.`);
    return;
  }
  if (!/^text\/|^$/.test(file.type) || !/\.(?:txt|md|markdown)$/i.test(file.name)) {
    say(`Không đọc được ${file.name}: trang chỉ đọc tệp chữ .txt hoặc .md. Với tệp Word hãy mở ra rồi chép chữ dán vào ô.`);
    return;
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    say(`Không đọc được ${file.name}: tệp không ở dạng UTF-8. Hãy lưu lại với mã UTF-8 rồi chọn lần nữa.`);
    return;
  }
  clear();
  if (text.length > SHOWN) {
    loaded = text;
    field.placeholder = `Tệp ${file.name} dài ${number.format(text.length)} ký tự nên không hiện ở đây; xem ở phần kết quả.`;
  } else {
    field.value = text;
  }
  run();
}

function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copy() {
  const text = asList(answer);
  try {
    await navigator.clipboard.writeText(text);
    say(`Đã chép ${number.format(answer.found.length)} văn bản.`);
  } catch {
    say("Trình duyệt không cho chép. Hãy tải CSV về máy.");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
field.addEventListener("paste", () => setTimeout(run));
form.elements.file.addEventListener("change", ({ target }) => {
  take(target.files[0]);
  target.value = "";
});
for (const kind of ["dragenter", "dragover"]) {
  field.addEventListener(kind, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    field.classList.add("is-target");
  });
}
for (const kind of ["dragleave", "drop"]) field.addEventListener(kind, () => field.classList.remove("is-target"));
field.addEventListener("drop", (event) => {
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
part("clear").addEventListener("click", () => {
  clear();
  field.focus();
});
part("example").addEventListener("click", () => {
  field.value = EXAMPLE;
  run();
});
part("copy").addEventListener("click", copy);
part("json").addEventListener("click", () => save("vien-dan.json", "application/json", asJson(answer.rows)));
part("csv").addEventListener("click", () => save("vien-dan.csv", "text/csv", asCsv(answer.rows)));
for (const choice of document.querySelectorAll("input[name=state]")) {
  choice.addEventListener("change", () => {
    for (const item of part("list").children) item.hidden = choice.value !== "" && item.dataset.state !== choice.value;
  });
}

form.hidden = false;
if (field.value.trim()) run(); // the browser brought the text back
