/**
 * What translated Python leans on: its strings, patterns, containers and comparisons.
 *
 * A text is one UTF-16 unit a character here, because offsets count characters in Python:
 * `enter` puts a stand-in from the private use area for every character above U+FFFF, and
 * `leave` puts the characters back. None is null; a tuple and a list are both an array.
 */

// ---- Characters beyond the basic plane ------------------------------------------------

const RANGES = [
  { first: 0xe000, last: 0xe7ff, test: /[\p{L}\p{N}]/u },
  { first: 0xe800, last: 0xe8ff, test: /\p{Nd}/u },
  { first: 0xe900, last: 0xf8ff, test: /[^]/u },
];
const PRIVATE_OR_SURROGATE = /[\ud800-\uf8ff]/;
let standIns = new Map();
let originals = new Map();
let used = [0, 0, 0];

function standIn(letter) {
  let unit = standIns.get(letter);
  if (unit === undefined) {
    const isDigit = RANGES[1].test.test(letter);
    const kind = isDigit ? 1 : RANGES[0].test.test(letter) ? 0 : 2;
    const code = RANGES[kind].first + used[kind];
    if (code > RANGES[kind].last) return "\ufffd"; // thousands of different ones: no text in Vietnamese
    used[kind] += 1;
    unit = String.fromCharCode(code);
    standIns.set(letter, unit);
    originals.set(unit, letter);
  }
  return unit;
}

const asUnits = (text) => (PRIVATE_OR_SURROGATE.test(text) ? Array.from(text, (letter) => (PRIVATE_OR_SURROGATE.test(letter) ? standIn(letter) : letter)).join("") : text);
const asPrinted = (text) => (originals.size ? text.replace(/[\ue000-\uf8ff]/g, (unit) => originals.get(unit) ?? unit) : text);

/** A new text to read: the same characters, one unit each. */
export function enter(text) {
  standIns = new Map();
  originals = new Map();
  used = [0, 0, 0];
  for (const known of memories) known.clear();
  return asUnits(text.normalize("NFC"));
}

/** A value for the world outside: the characters back in their places, containers plain. */
export function leave(value) {
  if (typeof value === "string") return asPrinted(value);
  if (Array.isArray(value)) return value.map(leave);
  if (value instanceof Dict) return Object.fromEntries([...value.items()].map(([key, one]) => [leave(key), leave(one)]));
  if (value instanceof PySet) return [...value].map(leave);
  return value;
}

// ---- Errors ---------------------------------------------------------------------------

export class PythonError extends Error {}
export class ValueError extends PythonError {}
export class KeyError extends PythonError {}
export class IndexError extends PythonError {}
export class TypeError_ extends PythonError {}

// ---- Truth, equality, order -----------------------------------------------------------

export function truth(value) {
  if (value === null || value === undefined || value === false || value === 0 || value === "") return false;
  if (typeof value !== "object") return true;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length > 0;
  return !(value instanceof Dict || value instanceof PySet || value instanceof Range) || value.length > 0;
}

export function eq(one, other) {
  if (one === other) return true;
  if (typeof one === "boolean" || typeof other === "boolean") return typeof one !== "object" && typeof other !== "object" && Number(one) === Number(other);
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, at) => eq(item, other[at]));
  if (one instanceof PySet) return other instanceof PySet && one.length === other.length && [...one].every((item) => other.has(item));
  if (one instanceof Dict) return other instanceof Dict && one.length === other.length && [...one.items()].every(([key, value]) => other.has(key) && eq(value, other.get(key)));
  const compared = one.constructor.compared;
  return compared !== undefined && one.constructor === other.constructor && compared.every((name) => eq(one[name], other[name]));
}

/** Negative, zero or positive, as Python orders numbers, texts, tuples and days. */
export function compare(one, other) {
  if (typeof one === "number" || typeof one === "string" || typeof one === "boolean") {
    if (one === null || other === null || typeof other === "object") throw new TypeError_("no order between these");
    return one < other ? -1 : one > other ? 1 : 0;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    const shorter = Math.min(one.length, other.length);
    for (let at = 0; at < shorter; at += 1) if (!eq(one[at], other[at])) return compare(one[at], other[at]);
    return one.length - other.length;
  }
  if (one instanceof Day && other instanceof Day) return compare(one.isoformat(), other.isoformat());
  throw new TypeError_("no order between these");
}

const bothSets = (one, other) => one instanceof PySet && other instanceof PySet;
export const lt = (one, other) => (typeof one === "number" && typeof other === "number" ? one < other : bothSets(one, other) ? one.length < other.length && one.within(other) : compare(one, other) < 0);
export const le = (one, other) => (typeof one === "number" && typeof other === "number" ? one <= other : bothSets(one, other) ? one.within(other) : compare(one, other) <= 0);
export const gt = (one, other) => lt(other, one);
export const ge = (one, other) => le(other, one);

/** The text under which a value is kept in a Map; equal values have equal texts. */
function keyOf(value) {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (Array.isArray(value)) return `\u0000(${value.map(keyText).join("\u0001")})`;
  if (value instanceof PySet) return `\u0000{${[...value].map(keyText).sort().join("\u0001")}}`;
  const { compared, name } = value.constructor;
  return compared ? `\u0000${name}(${compared.map((field) => keyText(value[field])).join("\u0001")})` : value;
}
const keyText = (value) => {
  const key = keyOf(value);
  if (typeof key === "object" && key !== null) throw new TypeError_("unhashable");
  return typeof key === "string" ? `s${key.length}:${key}` : String(key);
};

// ---- Containers -----------------------------------------------------------------------

export class Dict {
  constructor(pairs = []) {
    this.entries = new Map();
    for (const [key, value] of pairs) this.put(key, value);
  }

  get length() { return this.entries.size; }
  [Symbol.iterator]() { return this.keys(); }
  *keys() { for (const [key] of this.entries.values()) yield key; }
  *values() { for (const entry of this.entries.values()) yield entry[1]; }
  items() { return this.entries.values(); }
  has(key) { return this.entries.has(keyOf(key)); }
  get(key, missing = null) { return this.entries.get(keyOf(key))?.[1] ?? (this.has(key) ? null : missing); }
  put(key, value) {
    const kept = keyOf(key);
    const entry = this.entries.get(kept);
    if (entry) entry[1] = value;
    else this.entries.set(kept, [key, value]);
  }
  setdefault(key, value = null) {
    if (!this.has(key)) this.put(key, value);
    return this.get(key);
  }
  update(other) { for (const [key, value] of pairsOf(other)) this.put(key, value); }
  pop(key, missing) {
    if (!this.has(key)) {
      if (missing === undefined) throw new KeyError(String(key));
      return missing;
    }
    const value = this.get(key);
    this.entries.delete(keyOf(key));
    return value;
  }
  copy() { return new Dict(this.items()); }
}

export class PySet {
  constructor(items = []) {
    this.entries = new Map();
    for (const item of items) this.add(item);
  }

  get length() { return this.entries.size; }
  [Symbol.iterator]() { return this.entries.values(); }
  has(item) { return this.entries.has(keyOf(item)); }
  add(item) {
    const kept = keyOf(item);
    if (!this.entries.has(kept)) this.entries.set(kept, item);
  }
  discard(item) { this.entries.delete(keyOf(item)); }
  remove(item) {
    if (!this.entries.delete(keyOf(item))) throw new KeyError(String(item));
  }
  update(...others) { for (const other of others) for (const item of iter(other)) this.add(item); }
  pop() {
    for (const [kept, item] of this.entries) {
      this.entries.delete(kept);
      return item;
    }
    throw new KeyError("pop from an empty set");
  }
  within(other) { return [...this].every((item) => other.has(item)); }
  issubset(other) { return this.within(set(other)); }
  isdisjoint(other) { return [...iter(other)].every((item) => !this.has(item)); }
  union(...others) {
    const made = new PySet(this);
    made.update(...others);
    return made;
  }
  intersection(other) { return bitAnd(this, set(other)); }
  difference(other) { return sub(this, set(other)); }
  copy() { return new PySet(this); }
}

export class Range {
  constructor(start, stop, step) {
    if (step === 0) throw new ValueError("a range without a step");
    Object.assign(this, { start, stop, step });
  }

  get length() { return Math.max(0, Math.ceil((this.stop - this.start) / this.step)); }
  *[Symbol.iterator]() { for (let at = this.start; this.step > 0 ? at < this.stop : at > this.stop; at += this.step) yield at; }
  has(item) { return (this.step > 0 ? item >= this.start && item < this.stop : item <= this.start && item > this.stop) && (item - this.start) % this.step === 0; }
  at(index) { return this.start + (index < 0 ? index + this.length : index) * this.step; }
}

class DefaultDict extends Dict {
  constructor(factory) {
    super();
    this.factory = factory;
  }
}
export const defaultdict = (factory) => new DefaultDict(factory);
export const dict = (pairs = []) => (pairs instanceof Dict ? pairs.copy() : new Dict(iter(pairs)));
export const merged = (...dicts) => dicts.reduce((made, one) => (made.update(one), made), new Dict());
export const fromkeys = (keys, value = null) => new Dict(map((key) => [key, value], keys));
export const set = (items = []) => new PySet(iter(items));
export const list = (items = []) => [...iter(items)];
const pairsOf = (value) => (value instanceof Dict ? value.items() : iter(value));

/** What a `for` walks over. */
export function iter(value) {
  if (value === null || value === undefined || typeof value[Symbol.iterator] !== "function") throw new TypeError_("not iterable");
  return value;
}

/** One walk that remembers where it is, for `next`. */
export const iterator = (value) => iter(value)[Symbol.iterator]();

export function next(walk, missing) {
  if (typeof walk.next !== "function") throw new TypeError_("not an iterator");
  const { done, value } = walk.next();
  if (!done) return value;
  if (missing === undefined) throw new PythonError("StopIteration");
  return missing;
}

export function has(container, item) {
  if (typeof container === "string") return container.includes(item);
  if (Array.isArray(container)) return typeof item === "object" && item !== null ? container.some((one) => eq(one, item)) : container.includes(item);
  if (typeof container.has === "function") return container.has(item);
  for (const one of iter(container)) if (eq(one, item)) return true;
  return false;
}

export function len(value) {
  if (value === null || value.length === undefined) throw new TypeError_("no length");
  return value.length;
}

export class Slice {
  constructor(start, stop) { Object.assign(this, { start, stop }); }
}
export const slice_ = (...ends) => (ends.length === 1 ? new Slice(null, ends[0]) : new Slice(ends[0], ends[1]));

export function slice(value, start, stop) {
  if (value === null) throw new TypeError_("null cannot be cut");
  return value.slice(start ?? 0, stop ?? undefined);
}

export function item(value, key) {
  if (key instanceof Slice) return slice(value, key.start, key.stop);
  if (typeof value === "string" || Array.isArray(value) || value instanceof Uint8Array) {
    const at = key < 0 ? key + value.length : Number(key);
    if (at < 0 || at >= value.length) throw new IndexError(`index ${key} of ${value.length}`);
    return value[at];
  }
  if (value instanceof Dict) {
    const entry = value.entries.get(keyOf(key));
    if (entry !== undefined) return entry[1];
    if (!(value instanceof DefaultDict)) throw new KeyError(String(key));
    return value.setdefault(key, value.factory());
  }
  if (value instanceof Match) return value.group(key);
  if (value instanceof Range) return value.at(key);
  throw new TypeError_("no items");
}

export function put(value, key, content) {
  if (value instanceof Dict) value.put(key, content);
  else if (value instanceof Uint8Array && key instanceof Slice) {
    const [start, end] = window_(value, key.start, key.stop);
    if (content.length !== end - start) throw new TypeError_("a run of bytes of another length");
    value.set(content, start);
  } else if (value instanceof Uint8Array) value[key] = content;
  else if (Array.isArray(value)) {
    const at = key < 0 ? key + value.length : key;
    if (!(at >= 0 && at < value.length)) throw new IndexError(`index ${key} of ${value.length}`);
    value[at] = content;
  } else throw new TypeError_("items cannot be set");
}

// ---- Operators ------------------------------------------------------------------------

const isPlain = (value) => typeof value === "number" || typeof value === "string" || typeof value === "boolean";

export function add(one, other) {
  if (isPlain(one) && isPlain(other)) return one + other;
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  throw new TypeError_("these cannot be added");
}

/** `one += other`; on an array Python changes a list in place and makes a new tuple. */
export function grown(one, other) {
  if (isPlain(one) && isPlain(other)) return one + other;
  throw new TypeError_("write extend() for a list, one = one + other for a tuple");
}

export function sub(one, other) {
  if (bothSets(one, other)) return new PySet([...one].filter((item) => !other.has(item)));
  return number(one) - number(other);
}

export function mul(one, other) {
  if (typeof one === "string") return one.repeat(Math.max(0, other));
  if (typeof other === "string") return other.repeat(Math.max(0, one));
  if (one instanceof Uint8Array) return new Uint8Array(one.length * Math.max(0, other)).map((_, at) => one[at % one.length]);
  if (Array.isArray(one)) return Array.from({ length: Math.max(0, other) }, () => one).flat();
  return number(one) * number(other);
}

export function bitOr(one, other) {
  if (bothSets(one, other)) return new PySet([...one, ...other]);
  if (one instanceof Dict && other instanceof Dict) return merged(one, other);
  return number(one) | number(other);
}

export function bitAnd(one, other) {
  if (bothSets(one, other)) return new PySet([...one].filter((item) => other.has(item)));
  return number(one) & number(other);
}

export const floordiv = (one, other) => Math.floor(number(one) / number(other));
export const mod = (one, other) => number(one) - floordiv(one, other) * other;
export const divmod = (one, other) => [floordiv(one, other), mod(one, other)];

function number(value) {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  throw new TypeError_("not a number");
}

// ---- Built-in functions ---------------------------------------------------------------

export const bool = truth;
export const abs = (value) => Math.abs(value);
export const chr = (code) => asUnits(String.fromCodePoint(code));
export const ord = (letter) => asPrinted(letter).codePointAt(0);
export const range = (...ends) => (ends.length === 1 ? new Range(0, ends[0], 1) : new Range(ends[0], ends[1], ends[2] ?? 1));
export function* map(change, ...lists) { for (const items of lists.length === 1 ? map1(lists[0]) : zip(lists, false)) yield change(...items); }
function* map1(items) { for (const one of iter(items)) yield [one]; }
export function* filter(keep, items) { for (const one of iter(items)) if (truth(keep === null ? one : keep(one))) yield one; }
export function* enumerate(items, start = 0) {
  let at = start;
  for (const one of iter(items)) {
    yield [at, one];
    at += 1;
  }
}
export function* zip(lists, strict) {
  const walks = lists.map(iterator);
  for (;;) {
    const steps = walks.map((walk) => walk.next());
    const done = steps.filter((step) => step.done).length;
    if (done) {
      if (strict && done < steps.length) throw new ValueError("zip() of unequal lengths");
      return;
    }
    yield steps.map((step) => step.value);
  }
}
export function* reversed(items) {
  const all = Array.isArray(items) || typeof items === "string" ? items : [...items];
  for (let at = all.length - 1; at >= 0; at -= 1) yield all[at];
}
export function sorted(items, key = null, reverse = false) {
  const made = key === null ? list(items).map((one) => [one, one]) : list(items).map((one) => [key(one), one]);
  made.sort(reverse ? (one, other) => compare(other[0], one[0]) : (one, other) => compare(one[0], other[0]));
  return made.map((pair) => pair[1]);
}
function best(items, key, missing, better) {
  let found;
  let rank;
  for (const one of iter(items)) {
    const own = key === null ? one : key(one);
    if (found === undefined || better(own, rank)) [found, rank] = [one, own];
  }
  if (found !== undefined) return found;
  if (missing === undefined) throw new ValueError("of an empty sequence");
  return missing;
}
export const max = (items, key = null, missing = undefined) => best(items, key, missing, gt);
export const min = (items, key = null, missing = undefined) => best(items, key, missing, lt);
export const sum = (items, start = 0) => list(items).reduce(add, start);
export const any = (items) => {
  for (const one of iter(items)) if (truth(one)) return true;
  return false;
};
export const all = (items) => {
  for (const one of iter(items)) if (!truth(one)) return false;
  return true;
};
export const str = (value) => {
  if (typeof value === "string") return value;
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value.__str__ !== "function") return `${value}`;
  return value.__str__();
};
export const repr = (value) => (typeof value === "string" ? `'${value}'` : str(value));
export const padded = (value, width) => (value < 0 ? `-${padded(-value, width - 1)}` : String(value).padStart(width, "0"));

const DIGIT = /[\p{Nd}\ue800-\ue8ff]/u;
function figure(letter) {
  const printed = asPrinted(letter);
  let code = printed.codePointAt(0);
  for (let value = 0; ; value += 1, code -= 1) if (!/\p{Nd}/u.test(String.fromCodePoint(code - 1))) return value % 10;
}
export function int(value) {
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "boolean") return Number(value);
  const figures = TEXT.strip(value);
  if (/^[+-]?\d+(?:_\d+)*$/.test(figures)) return Number(figures.replaceAll("_", ""));
  const [sign, rest] = /^[+-]/.test(figures) ? [figures[0], figures.slice(1)] : ["", figures];
  if (!rest || ![...rest].every((letter) => DIGIT.test(letter))) throw new ValueError(`not a number: ${value}`);
  return Number(sign + [...rest].map(figure).join(""));
}

export function getattr(value, name, missing) {
  if (name in value) return value[name];
  if (missing === undefined) throw new PythonError(`no attribute ${name}`);
  return missing;
}

const several = (read) => (names) => (value) => (names.length === 1 ? read(value, names[0]) : names.map((name) => read(value, name)));
export const attrgetter = several((value, name) => name.split(".").reduce((inner, part) => inner[part], value));
export const itemgetter = several((value, key) => item(value, key));

const memories = [];

/** A function that remembers its answers, until the next text gives stand-ins new meanings. */
export function memo(answer) {
  const known = new Map();
  memories.push(known);
  return (...asked) => {
    const key = asked.length === 1 ? keyOf(asked[0]) : keyOf(asked);
    if (!known.has(key)) known.set(key, answer(...asked));
    return known.get(key);
  };
}

/** A property that is worked out once and then kept. */
export function cached(self, name, value) {
  const made = value();
  Object.defineProperty(self, name, { value: made });
  return made;
}

// ---- Frozen values --------------------------------------------------------------------

export const bytearray = (content = 0) => new Uint8Array(content);

/** A new instance with positional values first and a Dict of named ones. */
export function construct(kind, values, named) {
  const given = [...values];
  for (const [name, value] of named.items()) {
    const at = kind.fields.indexOf(name);
    if (at < 0 || at < values.length) throw new TypeError_(`unexpected argument ${name}`);
    given[at] = value;
  }
  return new kind(...given);
}

/** The same value with some fields changed. */
export function replace(value, changes) {
  const kind = value.constructor;
  for (const name of Object.keys(changes)) if (!kind.fields.includes(name)) throw new TypeError_(`no field ${name}`);
  return new kind(...kind.fields.map((name) => (name in changes ? changes[name] : value[name])));
}

/** An instance from a plain object; what it does not name takes its default or null. */
export const make = (kind, named) => new kind(...kind.fields.map((name) => named[name] ?? (kind.optional.includes(name) ? undefined : null)));

export class Day {
  constructor(year, month, day) {
    const made = new Date(Date.UTC(2000, 0, 1));
    made.setUTCFullYear(year, month - 1, day);
    const exists = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
    if (!exists || year < 1 || year > 9999) throw new ValueError("day is out of range for month");
    Object.assign(this, { year, month, day });
  }

  static get compared() { return ["year", "month", "day"]; }
  static get fields() { return ["year", "month", "day"]; }
  static fromisoformat(text) {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (!match) throw new ValueError(`not a day: ${text}`);
    return new Day(...match.slice(1).map(Number));
  }
  isoformat() { return `${padded(this.year, 4)}-${padded(this.month, 2)}-${padded(this.day, 2)}`; }
  __str__() { return this.isoformat(); }
}

// ---- Modules of the standard library --------------------------------------------------

export const normalize = (form, text) => (isAscii(text) ? text : asUnits(asPrinted(text).normalize(form)));
function bisected(items, start, end, key, isBefore) {
  let [low, high] = [start, end ?? items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(key ? key(items[middle]) : items[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
export const bisect_left = (items, value, start = 0, end = null, key = null) => bisected(items, start, end, key, (one) => lt(one, value));
export const bisect_right = (items, value, start = 0, end = null, key = null) => bisected(items, start, end, key, (one) => !lt(value, one));
export function* product(...lists) {
  if (lists.length === 0) yield [];
  else for (const rest of [...product(...lists.slice(0, -1))]) for (const one of list(lists.at(-1))) yield [...rest, one];
}
export function* chain(...lists) { for (const items of lists) yield* iter(items); }
export const flattened = (lists) => chain(...iter(lists));
export function* pairwise(items) {
  let before;
  let isFirst = true;
  for (const one of iter(items)) {
    if (!isFirst) yield [before, one];
    [before, isFirst] = [one, false];
  }
}

/** One character for each character, from a table of those that do not become `other`. */
export function tabulated(from, to, other) {
  const table = new Uint16Array(65536).fill(other.charCodeAt(0));
  for (let at = 0; at < from.length; at += 1) table[from.charCodeAt(at)] = to.charCodeAt(at);
  table.fill(other.charCodeAt(0), 0xd800, 0xf900);
  return (text) => {
    const units = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) units[at] = table[text.charCodeAt(at)];
    let made = "";
    for (let at = 0; at < units.length; at += 8192) made += String.fromCharCode.apply(null, units.subarray(at, at + 8192));
    return made;
  };
}

// ---- Patterns -------------------------------------------------------------------------

export class Match {
  constructor(pattern, text, found, ran = pattern) { Object.assign(this, { re: pattern, text, found, ran }); }

  group(...names) {
    if (names.length > 1) return names.map((name) => this.group(name));
    const at = this.re.place(names[0] ?? 0);
    return this.found[at] ?? null;
  }
  groups() { return this.re.places.map((at) => this.found[at] ?? null); }
  groupdict() { return new Dict(Object.keys(this.re.names).map((name) => [name, this.group(name)])); }
  start(name = 0) { return this.span(name)[0]; }
  end(name = 0) { return this.span(name)[1]; }
  span(name = 0) {
    const at = this.re.place(name);
    if (at === 0) return [this.found.index, this.found.index + this.found[0].length];
    if (this.found[at] === undefined) return [-1, -1];
    this.indices ??= this.ran.indicesAt(this.text, this.found.index);
    return [...this.indices[at]];
  }
}

/** A pattern of Python's `re`; `places` are the numbers its groups have in JavaScript. */
export class Pattern {
  constructor(expression, places = [], names = {}) { Object.assign(this, { expression, places, names }); }

  with(flags) {
    const key = `as_${flags}`;
    this[key] ??= new RegExp(this.expression.source, this.expression.flags + flags);
    return this[key];
  }
  place(name) {
    if (name === 0) return 0;
    const at = typeof name === "string" ? this.names[name] : name;
    if (at === undefined || at > this.places.length) throw new IndexError(`no such group: ${name}`);
    return this.places[at - 1];
  }
  indicesAt(text, at) {
    const expression = this.with("dy");
    expression.lastIndex = at;
    return expression.exec(text).indices;
  }
  run(flag, text, start, end, asked = this) {
    if (start > text.length) return null;
    const seen = end < text.length ? text.slice(0, Math.max(0, end)) : text;
    if (start > seen.length) return null;
    const expression = this.with(flag);
    expression.lastIndex = Math.max(0, start);
    const found = expression.exec(seen);
    return found && new Match(asked, seen, found, this);
  }
  match(text, start = 0, end = text.length) { return this.run("y", text, start, end); }
  search(text, start = 0, end = text.length) { return this.run("g", text, start, end); }
  fullmatch(text, start = 0, end = text.length) {
    this.whole ??= new Pattern(new RegExp(`(?:${this.expression.source})(?![^])`, this.expression.flags), this.places, this.names);
    return this.whole.run("y", text, start, end, this);
  }
  *finditer(text, start = 0, end = text.length) {
    const seen = end < text.length ? text.slice(0, Math.max(0, end)) : text;
    const expression = new RegExp(this.expression.source, `${this.expression.flags}g`);
    expression.lastIndex = start;
    for (let found = expression.exec(seen); found; found = expression.exec(seen)) {
      yield new Match(this, seen, found);
      if (found[0] === "") expression.lastIndex += 1;
    }
  }
  findall(text) {
    return [...this.finditer(text)].map((match) => {
      const groups = match.groups().map((one) => one ?? "");
      return groups.length === 0 ? match.group(0) : groups.length === 1 ? groups[0] : groups;
    });
  }
  sub(change, text) {
    let made = "";
    let end = 0;
    for (const match of this.finditer(text)) {
      made += text.slice(end, match.start()) + (typeof change === "string" ? change : change(match));
      end = match.end();
    }
    return made + text.slice(end);
  }
  split(text, most = 0) {
    const parts = [];
    let end = 0;
    for (const match of this.finditer(text)) {
      if (most && parts.length >= most) break;
      parts.push(text.slice(end, match.start()), ...match.groups());
      end = match.end();
    }
    return [...parts, text.slice(end)];
  }
}

export const re = (expression, places, names) => new Pattern(expression, places, names);
export const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

// ---- Texts ----------------------------------------------------------------------------

const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const BLANKS = new RegExp(`[${SPACE}]+`);
const LEADING = new RegExp(`^[${SPACE}]+`);
const TRAILING = new RegExp(`[^${SPACE}]`);
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
const everyLetter = (test) => (text) => text !== "" && [...asPrinted(text)].every((letter) => test.test(letter));
const CASED = /[\p{Uppercase}\p{Lowercase}\p{Lt}]/u;
const OTHER_FOLD = { "ı": "ı" };

function startOf(text) {
  return LEADING.exec(text)?.[0].length ?? 0;
}
function endOf(text) {
  let end = text.length;
  while (end > 0 && !TRAILING.test(text[end - 1])) end -= 1;
  return end;
}
function trimmed(text, letters, left, right) {
  let start = 0;
  let end = text.length;
  if (letters === null) {
    if (left) start = startOf(text);
    if (right) end = Math.max(start, endOf(text));
  } else {
    while (left && start < end && letters.includes(text[start])) start += 1;
    while (right && end > start && letters.includes(text[end - 1])) end -= 1;
  }
  return text.slice(start, end);
}
const window_ = (text, start, end) => [start === null ? 0 : start < 0 ? Math.max(0, start + text.length) : start, end === null ? text.length : end < 0 ? Math.max(0, end + text.length) : Math.min(end, text.length)];
const folded = (letter) => {
  if (letter in OTHER_FOLD) return OTHER_FOLD[letter];
  if (/[\u13a0-\u13f5\uab70-\uabbf\u13f8-\u13fd]/.test(letter)) return letter.toUpperCase();
  return letter.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
};

/** The methods of `str`, the text first. */
const TEXT = {
  lower: (text) => (originals.size ? asUnits(asPrinted(text).toLowerCase()) : text.toLowerCase()),
  upper: (text) => (originals.size ? asUnits(asPrinted(text).toUpperCase()) : text.toUpperCase()),
  casefold: (text) => (isAscii(text) ? text.toLowerCase() : asUnits(Array.from(asPrinted(text), folded).join(""))),
  strip: (text, letters = null) => trimmed(text, letters, true, true),
  lstrip: (text, letters = null) => trimmed(text, letters, true, false),
  rstrip: (text, letters = null) => trimmed(text, letters, false, true),
  split(text, by = null, most = -1) {
    if (by === null) {
      if (most >= 0) throw new TypeError_("split() at blanks with a limit");
      const words = text.split(BLANKS);
      return words.filter((word) => word !== "");
    }
    const parts = text.split(by);
    return most < 0 || parts.length <= most + 1 ? parts : [...parts.slice(0, most), parts.slice(most).join(by)];
  },
  join: (text, parts) => list(parts).join(text),
  find(text, part, start = null, end = null) {
    const [from, to] = window_(text, start, end);
    const at = from > to ? -1 : text.indexOf(part, from);
    return at >= 0 && at + part.length <= to ? at : -1;
  },
  rfind(text, part, start = null, end = null) {
    const [from, to] = window_(text, start, end);
    if (to - from < part.length) return -1;
    const at = text.lastIndexOf(part, to - part.length);
    return at >= from ? at : -1;
  },
  index(text, part, ...ends) {
    const at = TEXT.find(text, part, ...ends);
    if (at < 0) throw new ValueError("substring not found");
    return at;
  },
  count: (text, part) => text.split(part).length - 1,
  startswith(text, parts, start = null, end = null) {
    const [from, to] = window_(text, start, end);
    return [parts].flat().some((part) => from + part.length <= to && text.startsWith(part, from));
  },
  endswith(text, parts, start = null, end = null) {
    const [from, to] = window_(text, start, end);
    return [parts].flat().some((part) => to - part.length >= from && text.endsWith(part, to));
  },
  removeprefix: (text, part) => (text.startsWith(part) ? text.slice(part.length) : text),
  removesuffix: (text, part) => (part && text.endsWith(part) ? text.slice(0, -part.length) : text),
  replace: (text, from, to) => text.replaceAll(from, () => to),
  partition(text, by) {
    const at = text.indexOf(by);
    return at < 0 ? [text, "", ""] : [text.slice(0, at), by, text.slice(at + by.length)];
  },
  rpartition(text, by) {
    const at = text.lastIndexOf(by);
    return at < 0 ? ["", "", text] : [text.slice(0, at), by, text.slice(at + by.length)];
  },
  translate(text, table) {
    return Array.from(text, (letter) => {
      const to = table.get(ord(letter), letter);
      return to === null ? "" : typeof to === "number" ? chr(to) : to;
    }).join("");
  },
  isascii: isAscii,
  isalnum: everyLetter(/[\p{L}\p{N}]/u),
  isalpha: everyLetter(/\p{L}/u),
  isdecimal: everyLetter(/\p{Nd}/u),
  isspace: (text) => text !== "" && startOf(text) === text.length,
  isupper: (text) => ((letters) => CASED.test(letters) && !/[\p{Lowercase}\p{Lt}]/u.test(letters))(asPrinted(text)),
  islower: (text) => ((letters) => CASED.test(letters) && !/[\p{Uppercase}\p{Lt}]/u.test(letters))(asPrinted(text)),
};

/** The methods of `bytes` and `bytearray`, which hold marks, never text. */
const BYTES = {
  find(bytes, one, start = null, end = null) {
    const [from, to] = window_(bytes, start, end);
    const at = bytes.indexOf(one, from);
    return at >= 0 && at < to ? at : -1;
  },
};

/** The methods of `list` and `tuple`. */
const LIST = {
  append: (items, one) => void items.push(one),
  extend: (items, more) => { for (const one of list(more)) items.push(one); },
  insert: (items, at, one) => void items.splice(at, 0, one),
  pop(items, at = -1) {
    if (items.length === 0) throw new IndexError("pop from an empty list");
    return items.splice(at, 1)[0];
  },
  sort: (items, key = null, reverse = false) => { items.splice(0, items.length, ...sorted(items, key, reverse)); },
  reverse: (items) => void items.reverse(),
  index(items, one) {
    const at = items.findIndex((item) => eq(item, one));
    if (at < 0) throw new ValueError("not in the list");
    return at;
  },
  count: (items, one) => items.filter((item) => eq(item, one)).length,
  copy: (items) => [...items],
  clear: (items) => void items.splice(0, items.length),
};

/** A method whose name Python's own types know, on whatever stands before the dot. */
export function call(value, name, ...given) {
  if (typeof value === "string") return TEXT[name](value, ...given);
  if (Array.isArray(value)) return LIST[name](value, ...given);
  if (value instanceof Uint8Array) return BYTES[name](value, ...given);
  return value[name](...given);
}

/** A method as a value, bound to what stood before the dot. */
export const bound = (value, name) => (...given) => call(value, name, ...given);
