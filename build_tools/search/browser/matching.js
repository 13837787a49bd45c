/**
 * From the slots of a query to what each record holds of them.
 *
 * Evidence is a key of the index that fills one or two slots with a certain strength. Pairs
 * are asked for first: they are rarer than words, so they cost less and say more. Single
 * words are asked for only where pairs leave a slot unfilled.
 */

import { eachPosting } from "./index.js";
import { agreement, hasTone, isOpen, openPairKey, openWordKey, pairKey, wordKey } from "./keys.js";
import { passes } from "./records.js";
import { tokens } from "./tokens.js";

const UNMARKED = 0.35; // the same letters with other marks, where the typed marks exist, too
const UNKNOWN = 0.8; // the same letters, where the typed marks exist nowhere
const LEFT_OUT = 0.95; // some marks left out, of a word or of a letter: tiền luong, dại hội
const BEGUN = 0.75; // a word that only begins so
const SHORT = 0.95; // an abbreviation for its words, or the words for it
const ALONE = 0.7; // a word without its neighbour
const CONTEXT = 0.9; // said by the title of the report or its issuer's name
const AROUND = 0.5; // said elsewhere around the report, by its recipients say

export class Matches {
  constructor(records, reading, filters) {
    this.records = records;
    this.reading = reading;
    this.filters = filters;
    this.found = new Map();
  }

  /** What is known of one record; null when a filter keeps it out. */
  of(shard, record) {
    const number = shard.base + record;
    let match = this.found.get(number);
    if (match === undefined) {
      const info = this.records.of(shard, record);
      match = passes(info, this.filters)
        ? { info, own: new Float32Array(this.reading.slots.length), title: new Set(), pairs: new Map(), hits: 0, firm: false }
        : null;
      this.found.set(number, match);
    }
    return match;
  }

  fill(match, slots, strength, inTitle) {
    for (const slot of slots) {
      match.own[slot] = Math.max(match.own[slot], strength);
      if (inTitle) match.title.add(slot);
    }
  }

  all() {
    return [...this.found.values()].filter(Boolean);
  }
}

/** `words` are those whose marks were typed and count. */
function pairEvidence(one, other, slots, strength) {
  const isMarked = one.marked || other.marked;
  const hasMarks = isMarked && !isOpen(other);
  return { slots, isPair: true, key: pairKey(one, other), strength: isMarked && !hasMarks ? strength * UNKNOWN : strength, words: hasMarks ? [one, other] : null };
}

function wordEvidence(slot, at, strength) {
  const firm = slot.kind === "document" || slot.kind === "day";
  return { slots: [at], isPair: false, key: wordKey(slot), strength, words: slot.marked ? [slot] : null, strict: hasTone(slot), firm };
}

/** Evidence by pairs: neighbours, neighbours over a filler, the unfinished last word. */
function pairsOf({ slots, open }) {
  const evidence = [];
  const said = slots.map((_, at) => at).filter((at) => !slots[at].filler);
  for (let at = 1; at < slots.length; at += 1) evidence.push(pairEvidence(slots[at - 1], slots[at], [at - 1, at], 1));
  for (let at = 1; at < said.length; at += 1) {
    const [one, other] = [said[at - 1], said[at]];
    if (other - one > 1) evidence.push(pairEvidence(slots[one], slots[other], [one, other], 0.97));
  }
  if (open && slots.length > 1) {
    const at = slots.length - 1;
    const key = openPairKey(slots[at - 1], slots[at]);
    evidence.push({ slots: [at - 1, at], isPair: true, key, strength: BEGUN, words: null });
  }
  return evidence.filter(({ key }) => key);
}

/** Chains of pairs that stand for one slot, alone and with a neighbour, or one word that stands for several. */
function chainsOf({ slots, shortened, time }) {
  const chains = [];
  slots.forEach((slot, at) => {
    for (const words of slot.alternatives) {
      chains.push({ slots: [at], words });
      if (at > 0) chains.push({ slots: [at - 1, at], words: [slots[at - 1], ...words], pair: at - 1, step: 0 });
      if (at + 1 < slots.length) chains.push({ slots: [at, at + 1], words: [...words, slots[at + 1]], pair: at, step: words.length - 1 });
    }
  });
  for (const { from, to, token } of shortened) {
    const own = slots.map((_, at) => at).slice(from, to + 1);
    chains.push({ slots: own, words: [token] });
    if (from > 0) chains.push({ slots: [from - 1, ...own], words: [slots[from - 1], token], pair: from - 1, step: 0, more: own.length - 1 });
    if (to + 1 < slots.length) chains.push({ slots: [...own, to + 1], words: [token, slots[to + 1]], pair: from, step: from - to, more: own.length - 1 });
  }
  for (const words of time.phrases) chains.push({ slots: [...time.slots], words });
  const hasKeys = ({ words }) => words.slice(1).every((word, at) => pairKey(words[at], word));
  return chains.filter(hasKeys).map((chain) => ({
    ...chain,
    isPair: chain.words.length > 1,
    keys: chain.words.length > 1 ? chain.words.slice(1).map((word, at) => pairKey(chain.words[at], word)) : [wordKey(chain.words[0])],
  }));
}

function notePair({ pairs }, slot, place) {
  if (!pairs.has(slot)) pairs.set(slot, new Set());
  pairs.get(slot).add(place);
}

/** How much each entry is worth: these very marks, else these with some left out, else others. */
function graded({ words, strength, strict, known }, entries) {
  if (!words) return entries.map((entry) => ({ entry, worth: strength }));
  const agreed = entries.map(({ rest }) => agreement(words, rest));
  const best = Math.max(0, ...agreed);
  const isRight = (at, rest) => !known?.[at] || agreement([words[at]], rest.split("0")[at]) > 0;
  return entries.map((entry, at) => {
    if (best > 0) return { entry, worth: strength * (agreed[at] < best ? UNMARKED : best === 2 ? 1 : LEFT_OUT) };
    const isOther = strict || !words.every((_, word) => isRight(word, entry.rest));
    return { entry, worth: strength * (isOther ? UNMARKED : UNKNOWN) };
  });
}

function apply(matches, evidence, answers) {
  const { slots, isPair, firm } = evidence;
  for (const { entry, worth } of graded(evidence, answers.get(evidence.key))) {
    const { shard, postings } = entry;
    eachPosting(postings, isPair, (record, inTitle, place) => {
      const match = matches.of(shard, record);
      if (!match) return;
      matches.fill(match, slots, worth, inTitle);
      if (firm || (isPair && worth > UNMARKED)) match.firm = true;
      if (isPair && worth > UNMARKED) {
        match.hits += 1;
        notePair(match, slots[0], place);
      }
    });
  }
}

function applyChain(matches, chain, answers) {
  let at = new Map();
  chain.keys.forEach((key, step) => {
    const next = new Map();
    for (const { shard, postings } of answers.get(key)) {
      eachPosting(postings, chain.isPair, (record, inTitle, place) => {
        const name = `${shard.base + record} ${place - step}`;
        if (step === 0 || at.has(name)) next.set(name, [shard, record, inTitle, place - step]);
      });
    }
    at = next;
  });
  for (const [shard, record, inTitle, place] of at.values()) {
    const match = matches.of(shard, record);
    if (!match) continue;
    matches.fill(match, chain.slots, SHORT, inTitle);
    match.firm = true;
    match.hits += 1;
    for (let at = 0; at <= (chain.more ?? 0) && chain.pair !== undefined; at += 1) notePair(match, chain.pair + at, place + chain.step + at);
  }
}

/** The entries of each key; what is known of their records is there when they are. */
async function answersTo(index, records, keys) {
  const different = [...new Set(keys)];
  const answers = await index.places(different);
  await records.know(new Set(answers.flat().map(({ shard }) => shard)));
  return new Map(different.map((key, at) => [key, answers[at]]));
}

/**
 * What the head of a report says is true of its parts, where they add something to it;
 * quarter and year are in the catalogue.
 */
function fillFromContext(matches) {
  const { slots, time } = matches.reading;
  for (const match of matches.all()) {
    match.filled = match.own.slice();
    const { kind, year, quarter } = match.info;
    const right = (!time.quarter || quarter === time.quarter) && (!time.year || year === time.year);
    match.issued = kind === "directive" && time.issued !== null && year === time.issued;
    match.inTime = right && time.slots.size > 0 && Boolean(quarter);
    const mayBe = kind === "directive" && time.issued !== null && year === null; // a year that is not known is not another
    if (match.inTime || match.issued || mayBe) for (const slot of time.slots) match.filled[slot] = 1;
    const head = matches.found.get(match.info.head);
    const adds = head && match.own.some((strength, slot) => strength > UNMARKED && !slots[slot].filler && strength > head.own[slot]);
    match.head = head !== match && adds ? head : null;
    if (match.head) {
      head.own.forEach((strength, slot) => {
        match.filled[slot] = Math.max(match.filled[slot], strength * (head.title.has(slot) ? CONTEXT : AROUND));
      });
    }
  }
}

/** The slots that the best of these so far fills less than `enough`. */
function unfilled(slots, some, enough) {
  let best = null;
  let most = -1;
  for (const match of some) {
    let sum = 0;
    for (const strength of match.filled) sum += strength;
    if (sum > most) [best, most] = [match, sum];
  }
  return slots.map((_, at) => at).filter((at) => !slots[at].filler && !(best?.filled[at] >= enough));
}

/** Of a pair that stands nowhere with the marks typed, a toned word that stands elsewhere so is meant so. */
async function readStrictly(index, { slots, isMended }, pairs, answers) {
  const doubted = pairs.filter(({ words, key }) => words && answers.get(key).length > 0 && answers.get(key).every(({ rest }) => agreement(words, rest) === 0));
  const isToned = (word) => hasTone(word) && word.marked && !word.filler;
  const toned = [...new Set(doubted.flatMap(({ words }) => words.filter(isToned)))];
  const answered = await index.places(toned.map(wordKey));
  const known = new Set(toned.filter((word, at) => isMended || answered[at].some(({ rest }) => agreement([word], rest) === 2)));
  for (const pair of doubted) pair.known = pair.words.map((word) => known.has(word));
}

/** An abbreviation of a directive's issuer, whose words stand beside its number one by one. */
function fillCalled(matches, called, slot, answers) {
  const held = new Map();
  for (const entries of answers) {
    const own = new Set();
    for (const { shard, postings } of entries) eachPosting(postings, false, (record) => own.add(matches.found.get(shard.base + record)));
    for (const match of own) held.set(match, (held.get(match) ?? 0) + 1);
  }
  for (const match of called) if (held.get(match) === answers.length) matches.fill(match, [slot], ALONE, false);
}

const REASONS = ["tuy nhiên", "nguyên nhân"].map((words) => tokens(words));

/** Which of the records found tell of a limitation or a cause. */
async function noteReasons(index, matches) {
  const answers = await index.places(REASONS.map(([one, other]) => pairKey(one, other)));
  for (const [at, entries] of answers.entries()) {
    for (const { shard, rest, postings } of entries) {
      if (agreement(REASONS[at], rest) < 2) continue;
      eachPosting(postings, true, (record) => {
        const match = matches.found.get(shard.base + record);
        if (match) match.isReason = true;
      });
    }
  }
}

/** Everything the index says about a reading. */
export async function match(index, records, reading, filters) {
  const matches = new Matches(records, reading, filters);
  const { slots, open } = reading;
  const pairs = pairsOf(reading);
  const chains = chainsOf(reading);
  const documents = slots.flatMap((slot, at) => (slot.kind === "document" || slot.kind === "day" ? [wordEvidence(slot, at, 1)] : []));
  const first = [...pairs, ...documents];
  const answers = await answersTo(index, records, [...first.map(({ key }) => key), ...chains.flatMap(({ keys }) => keys)]);
  await readStrictly(index, reading, pairs, answers);
  for (const evidence of first) apply(matches, evidence, answers);
  for (const chain of chains) applyChain(matches, chain, answers);
  fillFromContext(matches);
  const single = slots.filter((slot) => !slot.filler).length === 1;
  const asked = slots.findIndex(({ kind }) => kind === "document");
  const called = matches.all().filter(({ info, title }) => info.kind === "directive" && title.has(asked));
  const short = [matches.all(), ...(called.length > 0 ? [called] : [])].flatMap((some) => unfilled(slots, some, single ? 1 : BEGUN));
  const lacking = slots.map((_, at) => at).filter((at) => short.includes(at));
  if (lacking.length > 0) {
    const words = lacking.map((at) => wordEvidence(slots[at], at, single ? 1 : ALONE));
    if (open && slots.length === 1) words.push({ slots: [0], isPair: false, key: openWordKey(slots[0]), strength: BEGUN, words: null });
    if (single) for (const one of words) one.firm = true;
    const long = called.length > 0 ? lacking.flatMap((at) => slots[at].alternatives.map((name) => ({ at, keys: name.map(wordKey) }))) : [];
    const more = await answersTo(index, records, [...words.map(({ key }) => key), ...long.flatMap(({ keys }) => keys)]);
    for (const evidence of words) apply(matches, evidence, more);
    for (const { at, keys } of long) fillCalled(matches, new Set(called), at, keys.map((key) => more.get(key)));
    fillFromContext(matches);
  }
  if (reading.isWhy) await noteReasons(index, matches);
  return matches;
}
