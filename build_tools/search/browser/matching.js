/**
 * From the slots of a query to what each record holds of them.
 *
 * Evidence is a key of the index that fills one or two slots with a certain strength. Pairs
 * are asked for first: they are rarer than words, so they cost less and say more. Single
 * words are asked for only where pairs leave a slot unfilled.
 */

import {
  halfMarkedPairKey, hasTone, markedPairKey, markedWordKey, openPairKey, openWordKey, pairKey, wordKey,
} from "./keys.js";

const UNMARKED = 0.35; // the same letters with other marks, where the typed marks exist, too
const UNKNOWN = 0.8; // the same letters, where the typed marks exist nowhere
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
  of(group, record) {
    const key = `${group.id} ${record}`;
    let match = this.found.get(key);
    if (match === undefined) {
      match = this.records.passes(group, record, this.filters)
        ? { group, record, own: new Float32Array(this.reading.slots.length), title: new Set(), pairs: new Map(), hits: 0, firm: false, places: [] }
        : null;
      this.found.set(key, match);
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

function pairEvidence(one, other, slots, strength) {
  const marked = one.marked || other.marked;
  const tries = [{ key: pairKey(one, other), strength, marked }];
  if (marked) {
    tries.unshift({ key: markedPairKey(one, other), strength });
    if (one.marks && !other.marks) tries.splice(1, 0, { key: halfMarkedPairKey(one, other), strength: strength * 0.95, unless: true });
  }
  return { slots, isPair: true, tries: tries.filter((one) => one.key) };
}

function wordEvidence(slot, at, strength) {
  const tries = [{ key: wordKey(slot), strength, marked: slot.marked, strict: hasTone(slot) }];
  if (slot.marked) tries.unshift({ key: markedWordKey(slot), strength });
  return { slots: [at], isPair: false, tries, firm: slot.kind === "document" || slot.kind === "day" };
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
    if (key) evidence.push({ slots: [at - 1, at], isPair: true, tries: [{ key, strength: BEGUN }] });
  }
  return evidence.filter((one) => one.tries.length > 0);
}

/** Chains of pairs that stand for one slot, alone and with a neighbour, or one word that stands for several. */
function chainsOf({ slots, shortened }) {
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

function apply(matches, evidence, answers) {
  const { records } = matches;
  let known = false;
  for (const { key, strength, marked, unless, strict } of evidence.tries) {
    const answer = answers.get(key);
    if (unless && known) continue;
    const worth = marked ? strength * (known || strict || evidence.strict ? UNMARKED : UNKNOWN) : strength;
    known ||= answer.length > 0;
    records.eachPlace(answer, evidence.isPair, (group, record, place) => {
      const match = matches.of(group, record);
      if (!match) return;
      const inTitle = place < (evidence.isPair ? group.titlePairs : group.titleWords)[record];
      matches.fill(match, evidence.slots, worth, inTitle);
      if (evidence.firm || (evidence.isPair && worth > UNMARKED)) match.firm = true;
      if (evidence.isPair && worth > UNMARKED) {
        match.hits += 1;
        notePair(match, evidence.slots[0], place);
      }
    });
  }
}

function applyChain(matches, chain, answers) {
  const { records } = matches;
  let at = new Map();
  chain.keys.forEach((key, step) => {
    const next = new Map();
    records.eachPlace(answers.get(key), chain.isPair, (group, record, place) => {
      const name = `${group.id} ${record} ${place - step}`;
      if (step === 0 || at.has(name)) next.set(name, [group, record, place - step]);
    });
    at = next;
  });
  for (const [group, record, place] of at.values()) {
    const match = matches.of(group, record);
    if (!match) continue;
    matches.fill(match, chain.slots, SHORT, place < (chain.isPair ? group.titlePairs : group.titleWords)[record]);
    match.firm = true;
    match.hits += 1;
    for (let at = 0; at <= (chain.more ?? 0) && chain.pair !== undefined; at += 1) notePair(match, chain.pair + at, place + chain.step + at);
  }
}

async function answersTo(index, keys) {
  const different = [...new Set(keys)];
  const answers = await index.places(different);
  return new Map(different.map((key, at) => [key, answers[at]]));
}

/**
 * What the head of a report says is true of its parts, where they add something to it;
 * quarter and year are in the catalogue.
 */
function fillFromContext(matches) {
  const { records, reading } = matches;
  const { slots, time } = reading;
  const heads = new Map();
  for (const match of matches.all()) {
    if (match.record === 0 && match.group.quarter) heads.set(match.group.id, match);
  }
  for (const match of matches.all()) {
    match.filled = match.own.slice();
    const right =
      (!time.quarter || match.group.quarter === time.quarter) &&
      (!time.year || records.year(match.group, match.record) === time.year);
    const isDirective = records.kind(match.group, match.record) === "directive";
    match.issued = isDirective && time.issued !== null && records.year(match.group, match.record) === time.issued;
    match.inTime = right && time.slots.size > 0 && Boolean(match.group.quarter);
    if (match.inTime || match.issued) for (const slot of time.slots) match.filled[slot] = 1;
    const head = heads.get(match.group.id);
    const adds = head && match.own.some((strength, slot) => strength > UNMARKED && !slots[slot].filler && strength > head.own[slot]);
    match.head = head !== match && adds ? head : null;
    if (match.head) {
      head.own.forEach((strength, slot) => {
        match.filled[slot] = Math.max(match.filled[slot], strength * (head.title.has(slot) ? CONTEXT : AROUND));
      });
    }
  }
}

/** The slots that the best record so far fills less than `enough`. */
function unfilled(matches, enough) {
  const { slots } = matches.reading;
  let best = null;
  let most = -1;
  for (const match of matches.all()) {
    let sum = 0;
    for (const strength of match.filled) sum += strength;
    if (sum > most) [best, most] = [match, sum];
  }
  return slots.map((_, at) => at).filter((at) => !slots[at].filler && !(best?.filled[at] >= enough));
}

/** Pairs that stand nowhere with the marks typed, while a toned word of theirs does, are read strictly. */
async function readStrictly(index, { slots, isMended }, pairs, answers) {
  const isThere = ({ key }) => answers.get(key).length > 0;
  const doubted = pairs.filter(({ tries: [first, ...others] }) => !isThere(first) && others.some(isThere));
  const toned = (pair) => pair.slots.filter((at) => hasTone(slots[at]) && slots[at].marked && !slots[at].filler);
  const words = await answersTo(index, doubted.flatMap(toned).map((at) => markedWordKey(slots[at])));
  for (const pair of doubted) {
    const isKnown = (at) => words.get(markedWordKey(slots[at])).length > 0;
    const isOther = isMended && hasTone(slots[pair.slots[0]]) && !pair.tries.slice(0, -1).some(isThere);
    pair.strict = isOther || toned(pair).some(isKnown);
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
  const answers = await answersTo(index, [...first.flatMap((one) => one.tries.map(({ key }) => key)), ...chains.flatMap(({ keys }) => keys)]);
  await readStrictly(index, reading, pairs, answers);
  for (const evidence of first) apply(matches, evidence, answers);
  for (const chain of chains) applyChain(matches, chain, answers);
  fillFromContext(matches);
  const single = slots.filter((slot) => !slot.filler).length === 1;
  const lacking = unfilled(matches, single ? 1 : BEGUN);
  if (lacking.length > 0) {
    const words = lacking.map((at) => wordEvidence(slots[at], at, single ? 1 : ALONE));
    if (open && slots.length === 1) words.push({ slots: [0], isPair: false, tries: [{ key: openWordKey(slots[0]), strength: BEGUN }] });
    if (single) for (const one of words) one.firm = true;
    const more = await answersTo(index, words.flatMap((one) => one.tries.map(({ key }) => key)));
    for (const evidence of words) apply(matches, evidence, more);
    fillFromContext(matches);
  }
  return matches;
}
