/**
 * Suggestions under a search field: the first results as one types, or what was searched for
 * lately. The field is a combobox, the list its listbox (WAI-ARIA 1.2): the focus stays in
 * the field, and the arrows move a mark that the screen reader follows.
 *
 * Loaded by frame.js when a field is first focused. Without it the field is a plain form.
 */

import { loadEngine } from "./search-engine.js";
import { landingOf, withWords } from "./search-landing.js";
import { forget, recent, remember } from "./search-recent.js";
import { groupOf, hitOption, popupOf, wordsOption } from "./search-options.js";

const PAUSE = 120;
const SHOWN = 6;

/** What an option leads to. */
function keyOf(option) {
  return option?.result?.url ?? option?.dataset.words;
}

class Box {
  constructor(field) {
    this.field = field;
    this.form = field.form;
    this.turn = 0;
    this.active = -1;
    this.popup = popupOf(field.id, () => {
      forget();
      this.offer();
      field.focus();
    });
    const row = field.parentElement;
    row.classList.add("has-popup");
    row.append(this.popup.whole, this.popup.live);
    field.setAttribute("aria-controls", this.popup.list.id);
    field.addEventListener("input", () => this.typed());
    field.addEventListener("focus", () => this.offer());
    field.addEventListener("click", () => this.isOpen || this.offer());
    field.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("focusout", ({ relatedTarget }) => this.form.contains(relatedTarget) || this.close());
    this.form.addEventListener("submit", () => remember(field.value));
    this.popup.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.popup.list.addEventListener("click", (event) => this.pick(event.target.closest("[role=option]"), event));
  }

  get isOpen() {
    return !this.popup.whole.hidden;
  }

  get options() {
    return [...this.popup.list.querySelectorAll("[role=option]")];
  }

  typed() {
    clearTimeout(this.waiting);
    this.turn += 1;
    this.mark(-1);
    if (!this.field.value.trim()) this.offer();
    else this.waiting = setTimeout(() => this.ask(), PAUSE);
  }

  /** With no words: what was searched for lately. With words: their results. */
  offer() {
    loadEngine(this.form.dataset.search).then(({ prepare }) => prepare()).catch(() => {});
    if (this.field.value.trim()) {
      this.ask();
      return;
    }
    const queries = recent();
    if (queries.length === 0) this.close();
    else this.open([groupOf("Đã tìm gần đây", queries.map((query) => wordsOption(query)))], "Đã tìm gần đây", true);
  }

  async ask() {
    const mine = ++this.turn;
    const query = this.field.value.trim();
    try {
      const { search } = await loadEngine(this.form.dataset.search);
      const found = await search(query, { limit: SHOWN });
      if (mine === this.turn && this.form.contains(document.activeElement)) this.answer(query, found);
    } catch (fault) {
      if (mine !== this.turn) return;
      console.warn(fault);
      this.open([], "Không tải được gợi ý; bấm Enter để tới trang tìm kiếm.");
    }
  }

  answer(query, { results, total, instead }) {
    if (total === 0) {
      this.open([], `Không có gợi ý cho “${query}”. Bấm Enter để xem cách tìm khác.`);
      return;
    }
    const asked = instead ?? query;
    const all = wordsOption(asked, `Xem tất cả ${total} kết quả cho “${asked}”`);
    const said = `${instead ? `Không thấy “${query}”, đây là “${instead}”. ` : ""}${total} kết quả, ${results.length} gợi ý. Dùng mũi tên để chọn.`;
    this.open([...results.map(hitOption), all], said);
  }

  /** A choice already made stays when a later answer still holds it. */
  open(content, said, isRecent = false) {
    const chosen = keyOf(this.options[this.active]);
    this.popup.show(content, said, isRecent);
    this.field.setAttribute("aria-expanded", String(content.length > 0));
    this.mark(chosen ? this.options.findIndex((option) => keyOf(option) === chosen) : -1);
  }

  close() {
    clearTimeout(this.waiting);
    this.turn += 1;
    this.popup.whole.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(active) {
    const { options } = this;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    this.active = active;
    if (active < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  }

  key(event) {
    if (event.isComposing) return; // Enter ends a word of the input method
    const { options } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.isOpen) {
      event.preventDefault();
      this.offer();
    } else if (step && options.length > 0) {
      event.preventDefault();
      const places = options.length + 1; // one of them is the field itself
      this.mark(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.pick(options[this.active], event);
    } else if (event.key === "Escape" && this.isOpen) {
      event.preventDefault(); // the words stay; a second Escape leaves the field, see frame.js
      event.stopPropagation();
      this.close();
    }
  }

  pick(option, { ctrlKey, metaKey }) {
    if (!option) return;
    const { result } = option;
    if (!result) {
      this.field.value = option.dataset.words;
      this.form.requestSubmit();
      return;
    }
    remember(this.field.value);
    const address = withWords(landingOf(result), result.excerpt);
    if (ctrlKey || metaKey) window.open(address, "_blank", "noopener");
    else {
      this.close();
      this.field.blur();
      location.assign(address);
    }
  }
}

const boxes = new Map();

function attend(field) {
  if (!field?.matches?.("form[data-suggest] input[type=search]") || boxes.has(field)) return;
  boxes.set(field, new Box(field));
  if (document.activeElement === field) boxes.get(field).offer();
}

document.addEventListener("focusin", ({ target }) => attend(target));
attend(document.activeElement);
