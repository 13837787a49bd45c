/**
 * One card beside the words it explains: on hover, on keyboard focus and, where asked, on click.
 *
 * The card is put right behind its words in the document and shown above the page (popover), so
 * Tab and screen readers come to it next, nothing clips it and no line moves. A card opened from
 * inside a card is its child and stays open with it; otherwise there is one at a time.
 * Escape closes it (WCAG 1.4.13); a browser without popovers keeps the plain links.
 */

const OPEN_AFTER = 250; // ms of rest, so that a passing pointer opens nothing
const CLOSE_AFTER = 300; // ms to cross from the words into the card
const GAP = 6; // px between the words and the card
const EDGE = 8; // px kept free at the window's edges

const kinds = [];
const open = []; // outermost first: {trigger, card, tapped}
let wanted; // the words under the pointer
let opening;
let closing;
let byTouch = false;
let returning = false;

/**
 * Offer a card for every link that fits `selector`. `write(link)` gives the card's content, or
 * nothing; `name` says what the card is. What a click does, `click` says: "follow" the link,
 * "tap": by touch the first opens and the second follows; "keep": with a pointer the first keeps
 * the card open and the second closes it, Enter follows; "only": nothing else opens the card.
 */
export function offer(selector, { name, write, click = "follow" }) {
  if (!("popover" in HTMLElement.prototype)) return;
  if (!kinds.length) listen();
  kinds.push({ selector, name, write, click });
}

/** A copy of what stands elsewhere on the page, fit to stand there twice. */
export function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  return copy;
}

/** The way on, for pointers; with keys Enter on the words themselves goes there, so Tab skips it. */
export function wayOn(link, words) {
  const way = document.createElement("a");
  way.className = "pop-go";
  way.href = link.href;
  way.tabIndex = -1;
  way.textContent = words;
  return way;
}

function kindOf(trigger) {
  return kinds.find(({ selector }) => trigger.matches(selector));
}

function triggerAt(target) {
  const link = target instanceof Element ? target.closest("a") : null;
  return link && kindOf(link) ? link : undefined;
}

function show(trigger, { tapped = false, x } = {}) {
  const { name, write, click } = kindOf(trigger);
  if (!trigger.isConnected || open.some((one) => one.trigger === trigger)) return;
  const content = write(trigger);
  if (!content) return;
  closeUnless(({ card }) => card.contains(trigger));
  const card = document.createElement("div");
  card.className = "pop-card";
  card.id = `__the-${open.length + 1}`;
  card.popover = "manual";
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", name);
  const body = document.createElement("div");
  body.className = "pop-body";
  body.id = `${card.id}-loi`;
  body.append(content);
  card.append(closeButton(), body);
  (trigger.closest("sup") ?? trigger).after(card);
  if (click === "only") trigger.setAttribute("aria-expanded", "true");
  else trigger.setAttribute("aria-describedby", body.id);
  card.showPopover();
  open.push({ trigger, card, tapped, x });
  place(open.at(-1));
}

function closeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pop-close";
  button.tabIndex = -1; // for fingers: keys have Escape
  button.setAttribute("aria-label", "Đóng");
  button.textContent = "×";
  return button;
}

/** Below the words where there is room, else above; on a narrow window the style makes it a sheet. */
function place({ trigger, card, x }) {
  const words = trigger.getBoundingClientRect();
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - words.bottom - GAP - EDGE;
  const above = words.top - GAP - EDGE;
  card.style.setProperty("--room", `${Math.max(below, above)}px`);
  const isBelow = card.offsetHeight <= below || below >= above;
  const left = (x ?? trigger.getClientRects()[0].left) - 24;
  const top = isBelow ? words.bottom + GAP : words.top - GAP - card.offsetHeight;
  card.style.setProperty("--left", `${Math.max(EDGE, Math.min(left, width - card.offsetWidth - EDGE)) + scrollX}px`);
  card.style.setProperty("--top", `${top + scrollY}px`);
  const isLong = card.scrollHeight > card.clientHeight;
  if (isLong && !card.querySelector("a:not([tabindex])")) card.tabIndex = 0; // for keys to scroll it
  else card.removeAttribute("tabindex");
  if (getComputedStyle(card).position !== "fixed" || trigger.closest(".pop-card")) return;
  const hidden = words.bottom + GAP - card.getBoundingClientRect().top;
  if (hidden > 0) scrollBy({ top: hidden, behavior: "instant" }); // the sheet must not cover the words
}

/** Close all cards from the innermost outwards, up to one that may stay. */
function closeUnless(mayStay) {
  while (open.length && !mayStay(open.at(-1))) {
    const { trigger, card } = open.pop();
    trigger.removeAttribute("aria-describedby");
    trigger.removeAttribute("aria-expanded");
    card.remove();
  }
}

/** Whether resting on a link or coming to it by key opens its card. */
function opensAtRest(trigger) {
  return kindOf(trigger).click !== "only";
}

const closeAll = () => closeUnless(() => false);

function isHeld({ trigger, card, tapped }) {
  const focus = document.activeElement;
  return (
    tapped ||
    trigger.matches(":hover, :focus-visible") ||
    card.matches(":hover") ||
    card.contains(focus)
  );
}

function onOver({ target, pointerType, buttons, clientX }) {
  if (pointerType === "touch") return;
  const trigger = triggerAt(target);
  if (trigger !== wanted) {
    clearTimeout(opening);
    wanted = trigger;
    if (trigger && !buttons && opensAtRest(trigger)) opening = setTimeout(show, OPEN_AFTER, trigger, { x: clientX });
  }
  onLeave();
}

function onLeave() {
  if (!open.length) return;
  closing ??= setTimeout(() => {
    closing = undefined;
    closeUnless(isHeld);
  }, CLOSE_AFTER);
}

function onFocus({ target }) {
  const trigger = triggerAt(target);
  if (trigger && !returning && opensAtRest(trigger) && trigger.matches(":focus-visible")) show(trigger);
  closeUnless(isHeld);
}

function onPress({ target, pointerType }) {
  byTouch = pointerType === "touch";
  closeUnless(({ trigger, card }) => card.contains(target) || trigger.contains(target));
}

function onClick(event) {
  clearTimeout(opening);
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (target instanceof Element && target.closest(".pop-close")) return dismiss();
  const trigger = triggerAt(target);
  if (!trigger) return;
  if (event.defaultPrevented || ctrlKey || metaKey || shiftKey) return closeAll();
  const { click } = kindOf(trigger);
  const byKey = event.detail === 0;
  const shown = open.find((one) => one.trigger === trigger);
  if (click === "only" || (click === "keep" && !byKey)) {
    event.preventDefault();
    if (shown && (shown.tapped || byKey)) closeUnless(({ card }) => card.contains(trigger));
    else if (shown) shown.tapped = true;
    else show(trigger, { tapped: !byKey });
    if (byKey) open.at(-1)?.card.querySelector("button:not(.pop-close)")?.focus();
  } else if (click === "tap" && byTouch && !byKey && !shown) {
    event.preventDefault();
    show(trigger, { tapped: true });
  } else closeAll();
}

/** Close the innermost card; focus goes back to its words if it was inside. */
function dismiss() {
  const { trigger, card } = open.at(-1);
  const wasInside = card.contains(document.activeElement);
  closeUnless((one) => one.card !== card);
  if (!wasInside) return;
  returning = true;
  trigger.focus();
  returning = false;
}

function onKey(event) {
  if (event.key !== "Escape" || !open.length) return;
  event.preventDefault();
  clearTimeout(opening);
  dismiss();
}

function listen() {
  document.addEventListener("pointerover", onOver);
  document.documentElement.addEventListener("pointerleave", onLeave);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  addEventListener("resize", () => open.forEach(place));
  addEventListener("pagehide", closeAll);
}
