/**
 * Text to tokens, by the rules of build_tools/search/tokens.py; a test holds both to the
 * same answers. A token is { fold, marks, kind, start, end }.
 */

import tables from "./tables.js";

const RULES = tables.patterns.map(([name]) => name);
const GROUPS = tables.patterns.map(([, rule]) => new RegExp(`${rule}|`).exec("").length - 1);
const FIRST = GROUPS.map((_, at) => GROUPS.slice(0, at).reduce((sum, count) => sum + count + 1, 1));
const SCANNER = new RegExp(tables.patterns.map(([, rule]) => `(${rule})`).join("|"), "g");
const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
const TONES = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const SHAPES = { "\u0302": "h", "\u0306": "w", "\u031b": "w", "đ": "d", "ð": "d" };
const COUNTED = new RegExp(tables.counted, "y");
const FRACTION = /^[0-9]+(?:[.,][0-9]{3})*[.,](?:[0-9]{1,2}|[0-9]{4,})$/;
const MARK = /\p{M}/gu;
const ROMAN_WORDS = new Set(["i", "v", "x", "vi", "xi", "xx"]);
const VALUES = { i: 1, v: 5, x: 10 };

const letters = new Map();

function plainLetter(letter) {
  let base = letters.get(letter);
  if (base === undefined) {
    base = letter.toLowerCase().normalize("NFD").replace(MARK, "").replace("đ", "d").replace("ð", "d");
    if (DASHES.includes(letter)) base = "-";
    if (base.length !== 1 || base < " " || base > "~") base = " ";
    letters.set(letter, base);
  }
  return base;
}

/** Lower-case ASCII, one character for each of the text, so that offsets agree. */
export function plain(text) {
  let made = "";
  for (let at = 0; at < text.length; at += 1) made += plainLetter(text[at]);
  return made;
}

const noZero = (digits) => (digits.includes("0") ? digits.replaceAll("0", "o") : digits);
const trimmed = (digits) => digits.replace(/^0+/, "") || "0";
const two = (number) => noZero(String(Number(number)).padStart(2, "0"));

function number(printed, start) {
  const digits = printed.replace(/[^0-9]/g, "");
  const value = FRACTION.test(printed) ? printed.replace(/0+$/, "").replace(/[^0-9]/g, "") : digits;
  return { fold: noZero(trimmed(value)), marks: noZero(digits), kind: "number", start, end: start + printed.length };
}

function documentToken(digits, code, org, start, end) {
  return { fold: `v${noZero(trimmed(digits))}z${code}z${noZero(org ?? "")}`, marks: "", kind: "document", start, end };
}

function dayToken(fold, start, end) {
  return { fold, marks: "", kind: "day", start, end };
}

/** "ly" as "li", "quy" as "qui": spellings that differ from house to house. */
export function oneI(word) {
  if (word.startsWith("quy")) return `qui${word.slice(3)}`;
  return /(^|[bcdghklmnpqrstvx])y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

const marked = new Map();

function marksOf(printed) {
  let made = marked.get(printed);
  if (made === undefined) {
    let tone = "";
    made = "";
    for (const part of printed.toLowerCase().normalize("NFD")) {
      made += SHAPES[part] ?? "";
      tone = TONES[part] ?? tone;
    }
    made += tone;
    marked.set(printed, made);
  }
  return made;
}

function word(found, printed, start) {
  return { fold: oneI(noZero(found)), marks: marksOf(printed), kind: "word", start, end: start + printed.length };
}

const isDay = (day, month) => day >= 1 && day <= 31 && month >= 1 && month <= 12;

function read(rule, [one, second, third, fourth], match, text) {
  const start = match.index;
  const whole = match[0];
  const end = start + whole.length;
  const dated = rule === "date" || rule === "day" || rule === "slashed";
  if (dated && !isDay(one, second)) {
    return [...whole.matchAll(/[0-9]+/g)].map((piece) => number(piece[0], start + piece.index));
  }
  if (dated) {
    const day = dayToken(`d${two(second)}${two(one)}`, start, end);
    return rule === "date" ? [day, number(third, end - 4)] : [day];
  }
  if (rule === "month") return [dayToken(`m${two(one)}`, start, end - 4), number(whole.slice(-4), end - 4)];
  if (rule === "law") return [documentToken(one, "luat", third, start, end)];
  if (rule === "state") return [documentToken(one, third, fourth, start, end), number(second, start + one.length + 1)];
  if (rule === "symbol") return [documentToken(one, second, third, start, end)];
  if (rule === "coded") return [documentToken(second, one, third, start, end)];
  if (rule === "number") return [number(whole, start)];
  return [word(whole, text.slice(start, end), start)];
}

function romanValue(numeral) {
  let total = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const value = VALUES[numeral[at]];
    total += value < (VALUES[numeral[at + 1]] ?? 0) ? -value : value;
  }
  return /^x{0,3}(ix|iv|v?i{0,3})$/.test(numeral) && numeral ? total : 0;
}

function roman(token, text, before) {
  if (token.marks || !/^[ivx]{1,6}$/.test(token.fold)) return null;
  const value = romanValue(token.fold);
  if (!value || (before === "qui" && value > 4)) return null;
  const printed = text.slice(token.start, token.end);
  const capital = printed === printed.toUpperCase() && !ROMAN_WORDS.has(token.fold);
  return capital || TRIGGERS.has(before) ? noZero(String(value)) : null;
}

const respelled = (words) => words.split(" ").map(oneI).join(" ");
export const TYPES = new Map(Object.entries(tables.typeWords).map(([words, code]) => [respelled(words), code]));
const TRIGGERS = new Set(tables.romanAfter.map(respelled));

function join(found, token, text, letters) {
  let before = found.at(-1)?.fold ?? "";
  if (token.kind === "word") {
    const value = roman(token, text, before);
    if (value) Object.assign(token, { fold: value, marks: value, kind: "number" });
  }
  if ((token.kind === "number" || token.kind === "document") && before === "so") {
    token.start = found.pop().start;
    before = found.at(-1)?.fold ?? "";
  }
  if (token.kind === "document" && before === token.fold.split("z")[1]) token.start = found.pop().start;
  if (token.kind === "number" && token.fold.length < 5 && !/^(19|2o)..$/.test(token.fold)) {
    const code = TYPES.get(found.slice(-2).map((one) => one.fold).join(" ")) ?? TYPES.get(before);
    COUNTED.lastIndex = token.end;
    if (code && !COUNTED.test(letters)) Object.assign(token, { fold: `v${token.fold}z${code}z`, marks: "", kind: "document" });
  }
  found.push(token);
}

/** Cut a text (composed, as by normalize("NFC")) into tokens. */
export function tokens(text) {
  const found = [];
  const letters = plain(text);
  for (const match of letters.matchAll(SCANNER)) {
    const at = FIRST.findIndex((group) => match[group] !== undefined);
    const groups = match.slice(FIRST[at] + 1, FIRST[at] + 1 + GROUPS[at]);
    for (const token of read(RULES[at], groups, match, text)) join(found, token, text, letters);
  }
  return found;
}
