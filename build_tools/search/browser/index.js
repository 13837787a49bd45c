/**
 * The index: which keys stand in which records. It lies in shards, a shard in parts of a few
 * kilobytes, sorted by keys; build_tools/search/parts.py says how a part is written.
 */

import { fetchBytes, fetchJson } from "./files.js";

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The keys of a part, sorted, and the postings of each as bytes. */
function opened(bytes) {
  const reader = new Reader(bytes);
  const text = new TextDecoder();
  const keys = [];
  const postings = [];
  let key = "";
  while (reader.at < bytes.length) {
    const shared = reader.number();
    key = key.slice(0, shared) + text.decode(reader.take(reader.number()));
    keys.push(key);
    postings.push(reader.take(reader.number()));
  }
  return { keys, postings };
}

/** The first place in a sorted list whose item is not before `wanted`. */
function lowerBound(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Shard {
  #folder;
  #parts = new Map();
  #firsts;
  #columns;

  constructor({ folder, parts, records, years }, base) {
    this.#folder = `shards/${folder}`;
    this.#firsts = parts.split(" ");
    this.base = base;
    this.count = records;
    this.years = years;
  }

  /** What is known of its records; see Records. */
  columns() {
    this.#columns ??= fetchJson(`${this.#folder}/records.kho`).catch((fault) => {
      this.#columns = undefined;
      throw fault;
    });
    return this.#columns;
  }

  /** What a file of texts holds: what its records show. */
  texts(group, pack) {
    return fetchJson(`${this.#folder}/texts/${group}/${pack}.kho`);
  }

  /** The entries whose keys begin so. */
  async entries(beginning) {
    const at = lowerBound(this.#firsts, beginning);
    let end = at;
    while (end < this.#firsts.length && this.#firsts[end].startsWith(beginning)) end += 1;
    const parts = [];
    const from = this.#firsts[at] === beginning ? at : at - 1; // a part may begin in the middle of these keys
    for (let part = from; part < end; part += 1) parts.push(this.#part(part));
    const found = [];
    for (const { keys, postings } of await Promise.all(parts)) {
      for (let key = lowerBound(keys, beginning); key < keys.length && keys[key].startsWith(beginning); key += 1) {
        found.push({ shard: this, rest: keys[key].slice(beginning.length), postings: postings[key] });
      }
    }
    return found;
  }

  #part(part) {
    if (!this.#parts.has(part)) {
      const loading = fetchBytes(`${this.#folder}/parts/${Math.floor(part / 50)}/${part}.kho`).then(opened);
      this.#parts.set(part, loading);
      loading.catch(() => this.#parts.delete(part));
    }
    return this.#parts.get(part);
  }
}

export class Index {
  #known = new Map();

  constructor({ shards }) {
    let base = 0;
    this.shards = shards.map((one) => {
      const shard = new Shard(one, base);
      base += one.records;
      return shard;
    });
  }

  /** The entries of every key that begins so, for each beginning: { shard, rest, postings }. */
  places(beginnings) {
    return Promise.all(beginnings.map((beginning) => this.#entries(beginning)));
  }

  async #entries(beginning) {
    if (!this.#known.has(beginning)) {
      const asked = Promise.all(this.shards.map((shard) => shard.entries(beginning))).then((found) => found.flat());
      this.#known.set(beginning, asked);
      asked.catch(() => this.#known.delete(beginning));
    }
    return this.#known.get(beginning);
  }
}

/** Calls `visit(record in the shard, in the title?, place)` for every place of an entry; a word has no place. */
export function eachPosting(postings, isPair, visit) {
  const reader = new Reader(postings);
  let record = 0;
  while (reader.at < postings.length) {
    const step = reader.number();
    record += step >> 1;
    if (!isPair) {
      visit(record, (step & 1) === 1, 0);
      continue;
    }
    const titled = step & 1 ? reader.number() : 0;
    const count = reader.number();
    let place = 0;
    for (let at = 0; at < count; at += 1) {
      place += reader.number();
      visit(record, at < titled, place);
    }
  }
}
