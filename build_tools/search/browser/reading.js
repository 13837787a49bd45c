/**
 * What a query says: slots to be filled by a record, and hints at quarter and year.
 *
 * A slot is a token with { filler, marked, alternatives }; alternatives are other wordings,
 * each a list of tokens (BTV → ban thường vụ).
 */

import { asked } from "./asking.js";
import { cuts, fromTelex, fromVni, isBareSyllable } from "./syllables.js";
import tables from "./tables.js";
import { plain, tokens, TYPES } from "./tokens.js";
import { hasTone, pairKey, wordKey } from "./keys.js";
import { timeOf, withQuarters } from "./time.js";

const FILLERS = new Set(tokens(tables.fillers).map((token) => `${token.fold} ${token.marks}`));
const BARE_FILLERS = new Set(tokens(tables.fillers).map((token) => token.fold));
const MOST_TOKENS = 40; // a pasted paragraph is read so far
const WORD = /[\p{L}\p{M}0-9]+/gu;

/** Each word that cannot be meant as it stands, as it may be meant. */
async function respelled(query, index, known) {
  let made = "";
  let last = 0;
  const found = [...query.matchAll(WORD)];
  for (const match of found) {
    made += query.slice(last, match.index) + (await meant(match[0], index, known));
    last = match.index + match[0].length;
  }
  return made + query.slice(last);
}

async function meant(word, index, known) {
  const letters = plain(word);
  if (/^[0-9]/.test(letters) || isBareSyllable(letters) || known.has(letters)) return word;
  const numbered = /^([a-z]+)([0-9]+)$/.exec(letters);
  if (numbered && known.has(numbered[1]) && !fromVni(word)) return `${word.slice(0, numbered[1].length)} ${numbered[2]}`;
  const [token, ...more] = tokens(word);
  if (!token || more.length > 0 || token.kind !== "word") return word;
  const ascii = /^[\x00-\x7f]+$/.test(word);
  const typed = ascii ? fromVni(word) ?? fromTelex(word) : null;
  const ways = letters.length > 4 ? cuts(letters.replace(/[^a-z]/g, "")) : [];
  if (!typed && ways.length === 0) return word;
  const [there] = await index.places([wordKey(token)]);
  if (there.length > 0) return word;
  return (ways.length > 0 && (await likeliest(word, ways, index))) || (typed ?? word);
}

/** The cut whose pieces all have a neighbour beside which the archive has them; null when there is none. */
async function likeliest(word, ways, index) {
  const options = ways.map((way) => {
    let at = 0;
    const pieces = way.map((piece) => word.slice(at, (at += piece.length)));
    const cut = tokens(pieces.join(" "));
    const keys = cut.slice(1).map((token, next) => pairKey(cut[next], token));
    return { text: pieces.join(" "), keys, shortest: Math.min(...way.map((piece) => piece.length)) };
  });
  const answers = await index.places(options.flatMap((option) => option.keys));
  let from = 0;
  for (const option of options) {
    const own = answers.slice(from, (from += option.keys.length));
    const found = own.map((pages) => pages.length > 0);
    option.found = found.filter(Boolean).length / own.length;
    option.joined = [...found, false].every((here, at) => here || found[at - 1]) && found.some(Boolean);
  }
  options.sort((one, other) => other.found - one.found || one.keys.length - other.keys.length || other.shortest - one.shortest);
  return options[0].joined ? options[0].text : null;
}

/** Abbreviations put together from known ones: CBCCVC from CB, CC, VC. */
function compound(letters, expansions) {
  if (letters.length < 4 || !/^[a-z]+$/.test(letters) || isBareSyllable(letters)) return null;
  for (let at = letters.length - 2; at >= 2; at -= 1) {
    const head = expansions.get(letters.slice(0, at));
    const rest = letters.slice(at);
    const tail = expansions.get(rest)?.[0].words ?? compound(rest, expansions);
    if (head && tail) return `${head[0].words} ${tail}`;
  }
  return null;
}

const expansionsOf = new WeakMap();

/** Abbreviation → its wordings, each { words, cut }. */
function allExpansions(catalogue) {
  if (!expansionsOf.has(catalogue)) expansionsOf.set(catalogue, collected(catalogue));
  return expansionsOf.get(catalogue);
}

function collected(catalogue) {
  const all = new Map(Object.entries(tables.abbreviations).map(([short, words]) => [short, [words]]));
  for (const [short, names] of Object.entries(catalogue.abbreviations)) {
    all.set(short, [...names, ...(all.get(short) ?? [])]);
  }
  for (const [short, names] of all) all.set(short, names.map((words) => ({ words, cut: tokens(words) })));
  return all;
}

/** Codes of document types as words: nq → nghị quyết. */
const CODES = new Map();
for (const [words, code] of TYPES) CODES.set(code, [...(CODES.get(code) ?? []), tokens(words)]);

const NUMBERS = new Map(
  Object.entries(tables.numbers).flatMap(([digit, word]) => [[digit, tokens(word)], [word, tokens(digit)]]),
);

function alternativesOf(token, printed, query, expansions) {
  const number = NUMBERS.get(token.kind === "number" ? token.fold : printed.toLowerCase());
  if (number) return [number];
  if (token.kind !== "word" || /[^d]/.test(token.marks)) return []; // tú is not TU
  const written = plain(printed);
  if (isBareSyllable(written)) {
    const stands = printed === printed.toUpperCase() && query !== query.toUpperCase();
    if (!stands && query.trim() !== printed) return [];
  }
  const own = [...(expansions.get(written) ?? []).map(({ cut }) => cut), ...(CODES.get(written) ?? [])];
  if (own.length > 0) return own;
  const made = compound(written, expansions);
  return made ? [tokens(made)] : [];
}

/** Words of the query that are written short elsewhere: { from, to, tokens }. */
function shortened(slots, expansions) {
  const found = [];
  for (const [short, names] of expansions) {
    if (isBareSyllable(short)) continue;
    for (const { cut: long } of names) {
      const from = slots.findIndex((_, at) => long.every((token, next) => slots[at + next]?.fold === token.fold));
      if (long.length > 1 && from >= 0) found.push({ from, to: from + long.length - 1, token: tokens(short.toUpperCase())[0] });
    }
  }
  return found;
}

const NAMED = new Set(["dieu le", "hien phap"]);

/** Where words name a type of documents, each by its last word. */
function typesIn(words) {
  const named = words.map(({ fold }, at) => [fold, `${words[at - 1]?.fold} ${fold}`]);
  return named.flatMap(([one, pair], at) => (TYPES.has(one) || TYPES.has(pair) || NAMED.has(pair) ? [at] : []));
}

const QUOTED = /["“”«»]([^"“”«»]+)["“”«»]/g;

/** Read a query. */
export async function read(query, index, catalogue) {
  const expansions = allExpansions(catalogue);
  const { text: words, below, isQuestion, isWhy } = asked(query.normalize("NFC"));
  const composed = withQuarters(words);
  const text = await respelled(composed, index, expansions);
  const quotes = [...text.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length]);
  const cut = tokens(text).slice(0, MOST_TOKENS);
  const anyMarks = cut.some((token) => token.kind === "word" && token.marks);
  const says = ({ kind, fold, marks }) =>
    kind !== "word" || !(anyMarks ? FILLERS.has(`${fold} ${marks}`) : BARE_FILLERS.has(fold));
  const saysNothing = !cut.some(says);
  const slots = cut.map((token) => {
    const printed = text.slice(token.start, token.end);
    const quote = quotes.findIndex(([start, end]) => token.start >= start && token.end <= end);
    return {
      ...token,
      printed,
      quote,
      marked: anyMarks && token.kind === "word",
      filler: quote < 0 && !saysNothing && !says(token),
      alternatives: alternativesOf(token, printed, composed, expansions),
    };
  });
  const isLoneTone = slots.length === 1 && hasTone(slots[0]);
  const open = slots.length > 0 && quotes.length === 0 && !/\s$/.test(text) && slots.at(-1).kind === "word" && !isLoneTone;
  const isType = ({ kind, alternatives }) => kind === "document" || alternatives.some((words) => typesIn(words).length > 0);
  const types = [...typesIn(slots), ...slots.flatMap((slot, at) => (isType(slot) ? [at] : []))];
  return { text, slots, open, anyMarks, types, below, isQuestion, isWhy, shortened: shortened(slots, expansions), time: timeOf(slots) };
}
