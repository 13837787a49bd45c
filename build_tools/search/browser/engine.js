/**
 * The engine: Pagefind's WebAssembly and its index, asked for places only.
 *
 * Its own script is not used: it is larger than all modules here together, and it ranks
 * pages, while what is wanted are the places of one key (see build_tools/search/streams.py).
 */

import { fetchBytes } from "./files.js";

async function instantiate(bytes) {
  let wasm;
  const module = await WebAssembly.compile(bytes);
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = () => {
      const table = wasm.__wbindgen_externrefs; // the one import: the first places of a table
      const offset = table.grow(4);
      [undefined, undefined, null, true, false].forEach((value, at) => table.set(at && offset + at - 1, value));
    };
  }
  wasm = (await WebAssembly.instantiate(module, imports)).exports;
  wasm.__wbindgen_start();
  return wasm;
}

/** Places of keys in the index: `places(keys)` gives for each key a list of { page, at }. */
export class Index {
  #wasm;
  #ready;
  #pointer;
  #catalogue;
  #loaded = new Map();
  #known = new Map();

  /** `engine` may still be on its way: parts are fetched meanwhile. */
  constructor(catalogue, engine) {
    this.#catalogue = catalogue;
    this.#ready = engine.then(instantiate).then((wasm) => {
      this.#wasm = wasm;
      const meta = Uint8Array.from(atob(catalogue.meta), (letter) => letter.charCodeAt(0));
      this.#pointer = wasm.init_pagefind(...this.#give(meta));
    });
    this.#ready.catch(() => {}); // reported where it is awaited
  }

  /** Resolves when the engine runs. */
  get ready() {
    return this.#ready;
  }

  /** The places of every key that begins so, for each beginning; missing parts are fetched. */
  async places(beginnings) {
    const wanted = beginnings.filter((beginning) => !this.#known.has(beginning));
    const parts = new Set(wanted.flatMap((beginning) => this.#partsOf(beginning)));
    await Promise.all([this.#ready, ...[...parts].map((part) => this.#load(part))]);
    for (const beginning of wanted) this.#known.set(beginning, this.#ask(beginning));
    return beginnings.map((beginning) => this.#known.get(beginning));
  }

  #partsOf(beginning) {
    const { parts } = this.#catalogue;
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (parts[middle] <= beginning) low = middle + 1;
      else high = middle;
    }
    const found = [Math.max(low - 1, 0)];
    for (let at = low; at < parts.length && parts[at].startsWith(beginning); at += 1) found.push(at);
    return found;
  }

  #load(part) {
    if (!this.#loaded.has(part)) {
      const name = this.#catalogue.names.slice(part * 8, part * 8 + 8);
      const loading = fetchBytes(`parts/${name}.kho`).then(
        async (bytes) => {
          await this.#ready;
          this.#pointer = this.#wasm.load_index_chunk(this.#pointer, ...this.#give(bytes));
        },
      );
      this.#loaded.set(part, loading);
      loading.catch(() => this.#loaded.delete(part));
    }
    return this.#loaded.get(part);
  }

  #ask(beginning) {
    const none = this.#give(new Uint8Array());
    const words = () => this.#give(new TextEncoder().encode(beginning));
    const [start, length] = this.#wasm.search(this.#pointer, ...words(), ...words(), ...none, ...none, false, false);
    const answer = new TextDecoder().decode(new Uint8Array(this.#wasm.memory.buffer, start >>> 0, length));
    this.#wasm.__wbindgen_free(start, length, 1);
    return JSON.parse(answer).results.map((page) => ({ page: page.p, at: page.l.map((place) => place.l) }));
  }

  #give(bytes) {
    const start = this.#wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.#wasm.memory.buffer).set(bytes, start);
    return [start, bytes.length];
  }
}
