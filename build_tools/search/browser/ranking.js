/** From what records hold of a query to their order. */

import { hasTone } from "./keys.js";
import { TYPES } from "./tokens.js";

const LEAST = 0.62; // of the query's weight, below which a record has nothing to do with it
const NEAR = 0.8; // of the best record's share, below which a record is not shown
const LONG_RUN = 3; // pairs in a row, with which less of a long question will do
const LEAST_OF_A_RUN = 0.45;
const WHOLE = 0.95;
const EXACT = 0.9;
const INHERITED = 0.8; // what the head of the report says, against what the record says
const TITLE = { section: 2, footnote: 2, directive: 2, report: 0.6 };
const CALLED = 6; // a directive by its own name
const OTHER_YEAR = 2;
const COVERED = 0.8; // every neighbour of the query somewhere in the record
const PHRASE = 2; // every word side by side as asked
const BELOW = 5; // a report whose foot is asked for
const TYPED = 2; // a directive by its type and all words else
const OF_THE_DAY = { directive: 3, report: 4 };
const ANSWERS = 0.4; // a question is of what has been done
const RESULTS = 1; // of a quarter, before what is planned
const OF_THE_TIME = 8; // a report where a time and nothing else is asked for
const LATER = 3; // a quarter, among the reports of a time
const REASON = 0.6; // a limitation or a cause, where one asks why
const SAID = 0.65; // of a word, to say that a directive is called so
const KIND = { section: 0.3, footnote: 0.25, directive: 0.1, report: -1.2 };

function weightOf(slot, isTime) {
  if (slot.filler) return 0.1;
  return slot.kind === "word" || isTime ? 1 : 1.6;
}

/** Whether a directive is asked for by its name or number and nothing else. */
function isCalledSo(match, { slots, time }) {
  const ofYear = time.year && [time.year, null].includes(match.info.year);
  const isCalled = (slot, at) => slot.filler || (match.title.has(at) && match.own[at] >= NEAR) || (ofYear && time.slots.has(at));
  return slots.every(isCalled);
}

/** Whether a word before a document's number is its type: quyết định 310, whose own name is Quy định 310. */
function isItsType(slots, at, asked) {
  const words = slots.slice(Math.max(0, asked - 3), asked).map(({ fold }) => fold);
  return at < asked && words.some((_, from) => asked - words.length + from <= at && TYPES.get(words.slice(from).join(" ")) === slots[asked].fold.split("z")[1]);
}

/** How much of what is said beside a document's number is true of this directive: its issuer, title, year, day. */
function meant(match, { slots, time }, asked) {
  const ofYear = time.year && [time.year, null].includes(match.info.year);
  const rest = slots.map((_, at) => at).filter((at) => at !== asked && !slots[at].filler && !isItsType(slots, at, asked));
  const agreed = rest.filter((at) => match.own[at] >= SAID || (ofYear && time.slots.has(at)));
  return rest.length > 0 ? agreed.length / rest.length : 1;
}

/** Whether a directive or a report is asked for by the day it was issued. */
function isOfTheDay(match, { slots }) {
  const { kind, year } = match.info;
  return slots.some((slot, at) => {
    if (slot.kind !== "day" || !match.pairs.has(at)) return false;
    return kind === "report" || slots[at + 1].fold.replaceAll("o", "0") === String(year);
  });
}

/** How many pairs in a row stand in the record as in the query; `skip` leaves pairs out. */
function longestRun(match, count, skip = () => false) {
  let best = 0;
  const runs = new Map();
  for (let at = count - 2; at >= 0; at -= 1) {
    if (skip(at)) continue;
    for (const place of match.pairs.get(at) ?? []) {
      const length = 1 + (runs.get(`${at + 1} ${place + 1}`) ?? 0);
      runs.set(`${at} ${place}`, length);
      if (length > best) best = length;
    }
  }
  return best;
}

/** Whether every quoted phrase stands in the record as it was quoted. */
function holdsQuotes(match, slots) {
  for (let at = 1; at < slots.length; at += 1) {
    if (slots[at].quote >= 0 && slots[at].quote === slots[at - 1].quote && !match.pairs.get(at - 1)) return false;
  }
  return true;
}

function score(match, reading, records, weights, whole) {
  const { slots, time } = reading;
  const { kind, year, quarter, part, cited, length: pairs } = match.info;
  let share = 0;
  let titled = 0;
  match.filled.forEach((strength, at) => {
    share += strength * weights[at];
    if (match.title.has(at) || (match.inTime && time.slots.has(at))) titled += strength * weights[at];
  });
  match.share = share / whole;
  match.run = longestRun(match, slots.length);
  const own = (at) => match.own[at] > 0 && match.own[at + 1] > 0;
  const together = match.run + (match.head ? INHERITED * longestRun(match.head, slots.length, own) : 0);
  const run = slots.length > 1 ? Math.min(1, together / (slots.length - 1)) : 1;
  const length = pairs / records.averagePairs;
  const often = match.hits / (match.hits + 0.6 + 0.9 * length * Math.max(slots.length - 1, 1));
  const asked = slots.find((slot) => slot.kind === "document");
  const covered = match.pairs.size / Math.max(slots.length - 1, 1);
  let points = 10 * match.share + 3 * run + COVERED * covered + TITLE[kind] * (titled / whole) + 1.5 * often + KIND[kind];
  if (match.inTime) points += kind === "report" && titled / whole > WHOLE ? 4 : 1;
  if (time.quarter && !match.inTime) points -= 1;
  if (match.inTime) points += RESULTS * isOfPartMeant(match.info, reading);
  else if (reading.isQuestion && kind === "section") points += ANSWERS * (part === "1");
  if (match.run > 1 && match.run === slots.length - 1) points += PHRASE;
  if ((kind === "directive" || kind === "report") && isOfTheDay(match, reading)) points += OF_THE_DAY[kind];
  if (reading.below && kind === "report") points += BELOW;
  if (time.isAll && match.inTime && kind === "report") points += OF_THE_TIME + LATER * (4 * year + quarter);
  if (match.isReason) points += REASON;
  const ofIt = asked && kind === "directive" ? meant(match, reading, slots.indexOf(asked)) : 1;
  match.named = Boolean(asked) && kind === "directive" && match.title.has(slots.indexOf(asked));
  if (kind === "directive" && reading.types.length > 0 && !time.quarter) {
    if (isCalledSo(match, reading) || (match.named && ofIt === 1)) points += CALLED;
    else if (match.filled.every((strength, at) => slots[at].filler || strength >= NEAR) && reading.types.some((at) => match.title.has(at))) points += TYPED;
  }
  if (match.named && time.issued && year) points += match.issued ? CALLED : -OTHER_YEAR;
  if (asked && kind !== "section" && match.title.has(slots.indexOf(asked))) {
    points += 3 * ofIt + 0.2 * Math.log1p(cited ?? 0);
  }
  return points + (year ?? 0) / 1e5 + (quarter ?? 0) / 1e6;
}

const PLANS = new Set(["phuong huong", "du kien", "qui toi", "gian toi"]);
const NOT_RESULTS = new Set([...PLANS, "ke hoach", "chuong trinh", "nhiem vu", "han che", "khuyet diem", "uu diem", "nguyen nhan", "bai hoc"]);
const asksFor = (words, slots) => slots.some(({ fold }, at) => words.has(`${slots[at - 1]?.fold} ${fold}`));

/** Whether a record is of the part that a query about a quarter is likeliest to mean. */
function isOfPartMeant({ kind, part, isLastPart }, { slots }) {
  if (asksFor(PLANS, slots)) return kind === "section" && isLastPart;
  return !asksFor(NOT_RESULTS, slots) && (kind === "report" || (kind === "section" && part === "1"));
}

/** The records to show, best first. */
export function rank(matches) {
  const { reading, records } = matches;
  const { slots } = reading;
  const weights = slots.map((slot, at) => weightOf(slot, reading.time.slots.has(at)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const quoted = slots.some((slot) => slot.quote >= 0);
  const kept = matches.all().filter((match) => match.firm && (!quoted || holdsQuotes(match, slots)));
  for (const match of kept) match.points = score(match, reading, records, weights, whole);
  const best = Math.max(0, ...kept.map((match) => match.share));
  const said = slots.filter((slot) => !slot.filler);
  const others = said.length === 1 && hasTone(said[0]) && best >= EXACT; // the word as it is marked first, then its other readings
  const isEnough = ({ share, run }) => share >= LEAST || (run >= LONG_RUN && share >= LEAST_OF_A_RUN);
  return kept
    .filter((match) => match.named || others || (match.share >= best * NEAR && isEnough(match)))
    .sort((one, other) => other.points - one.points || one.info.number - other.info.number);
}
