/** The time that a query names: quarters in figures or words, the first six or nine months, a whole year. */

import tables from "./tables.js";
import { plain, tokens } from "./tokens.js";

const SPELLED = { mot: 1, nhat: 1, hai: 2, ba: 3, bon: 4, tu: 4 };
const QUARTER = /\b(?:q\.? ?([1-4])|quy (mot|nhat|hai|ba|bon|tu))\b( nam|[ /]*[0-9]|$)?/g;
const MARKED_QUARTER = /^quý /iu;
const SPANS = tables.spans.map(([quarter, words]) => [quarter, words.map((one) => tokens(one))]);
const WHOLE_YEAR = tables.wholeYear.map((words) => tokens(words));
const GENERIC = tables.generic.map((words) => tokens(words));

/** "Q3/2023", "quý ba năm 2023" as "quý 3/2023"; without marks only where a time or nothing follows, as in “quy tu”. */
export function withQuarters(query) {
  let made = "";
  let last = 0;
  for (const match of plain(query).matchAll(QUARTER)) {
    const [whole, digit, word, behind] = match;
    const isMeant = digit || behind !== undefined || MARKED_QUARTER.test(query.slice(match.index));
    const end = match.index + whole.length - (behind ?? "").length;
    if (!isMeant) continue;
    made += `${query.slice(last, match.index)}quý ${digit ?? SPELLED[word]}`;
    last = end;
  }
  return made + query.slice(last);
}

const isSame = (slot, word) => slot?.fold === word.fold && (!slot.marked || !slot.marks || slot.marks === word.marks || slot.kind === "number");
const startsAt = (slots, words, at) => words.every((word, next) => isSame(slots[at + next], word));

/** The slots that one of these wordings takes, the longest first; none when it is not said. */
function said(slots, wordings) {
  for (const words of wordings) {
    const at = slots.findIndex((_, from) => startsAt(slots, words, from));
    if (at >= 0) return words.map((_, next) => at + next);
  }
  return [];
}

/** Slots outside `own` that say what every report is about. */
function genericSlots(slots, own) {
  const found = new Set();
  for (let at = 0; at < slots.length; at += 1) {
    const words = GENERIC.find((one) => startsAt(slots, one, at) && one.some((_, next) => !own.has(at + next)));
    words?.forEach((_, next) => own.has(at + next) || found.add(at + next));
    if (words) at += words.length - 1;
  }
  return found;
}

function named(slots) {
  const time = { quarter: null, year: null, slots: new Set(), issued: null };
  slots.forEach((slot, at) => {
    if (slot.kind !== "number") return;
    if (slots[at - 1]?.fold === "qui" && /^[1-4]$/.test(slot.fold)) {
      time.quarter = Number(slot.fold);
      time.slots.add(at - 1).add(at);
    } else if (/^(19|2o)..$/.test(slot.fold) && slots[at - 1]?.kind !== "day") {
      time.year = Number(slot.fold.replaceAll("o", "0"));
      time.slots.add(at);
      if (slots[at - 1]?.fold === "nam") time.slots.add(at - 1);
      const before = slots.slice(0, at).findLast(({ fold, filler }) => fold !== "nam" && !filler);
      if (before?.kind === "document") time.issued = time.year;
    }
  });
  return time;
}

/** Six months are told by the report of the second quarter, nine by that of the third. */
function withSpans(slots, time) {
  if (time.quarter) return;
  for (const [quarter, wordings] of SPANS) {
    const own = said(slots, wordings);
    if (own.length === 0) continue;
    const all = new Set([...time.slots, ...own]);
    const isBegun = own.length > 2;
    const rest = genericSlots(slots, all);
    if (!isBegun && !time.year && all.size + rest.size < slots.length) continue; // six months of something
    [time.quarter, time.slots] = [quarter, all];
    return;
  }
}

/**
 * The quarter and year that the words name, `issued` a year said of a document:
 * { quarter, year, slots, issued, isAll, phrases }; `isAll` when nothing else is asked, and then
 * `phrases` are the words by which reports of that time name it.
 */
export function timeOf(slots) {
  const time = named(slots);
  withSpans(slots, time);
  const generic = genericSlots(slots, time.slots);
  const fillers = slots.filter(({ filler }, at) => filler && !time.slots.has(at) && !generic.has(at)).length;
  const isQuoted = slots.some(({ quote }) => quote >= 0);
  time.isAll = time.slots.size > 0 && !isQuoted && !time.issued && time.slots.size + generic.size + fillers === slots.length;
  time.phrases = [];
  if (!time.isAll) return time;
  if (!time.quarter && time.year && said(slots, WHOLE_YEAR).length > 0) time.quarter = 4;
  for (const slot of generic) time.slots.add(slot);
  for (const quarter of time.quarter ? [time.quarter] : [1, 2, 3, 4]) {
    time.phrases.push(tokens(`quý ${quarter}${time.year ? ` ${time.year}` : ""}`));
  }
  return time;
}
