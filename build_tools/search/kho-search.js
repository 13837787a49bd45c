/**
 * Full-text search over the archive, for the search page and for anyone's script.
 *
 *   import { search } from "/search/kho-search.js";
 *   const { results } = await search("chi bộ bốn tốt", { filters: { year: "2023" }, limit: 20 });
 *
 * Filters: year ("2023"), quarter ("1".."4"), issuer (an issuer's id),
 * kind ("section", "footnote", "directive", "report"); each a text or a list of texts.
 * The index is fetched on the first call, never before.
 */

const siteRoot = new URL("../", import.meta.url);
let engine;

/** Fetch the engine and its index entry; safe to call early and often. */
export function prepare() {
  engine ??= import(new URL("pagefind/pagefind.js", import.meta.url).href)
    .then(async (pagefind) => {
      await pagefind.options({ baseUrl: "/", excerptLength: 32 }); // records are named from the root
      await pagefind.init();
      return pagefind;
    })
    .catch((fault) => {
      engine = undefined;
      throw fault;
    });
  return engine;
}

function toEngine(filters) {
  const chosen = {};
  for (const [name, value] of Object.entries(filters)) {
    const values = [value].flat().filter(Boolean).map(String);
    if (values.length > 0) chosen[name] = { any: values };
  }
  return chosen;
}

/** Report and unit stand in the address: 2023/q3/170-bc-duk/#i-4. */
function toResult({ url, excerpt, meta, filters }) {
  const path = url.replace(/^\/+/, "");
  const [page, unit] = path.split("#");
  const kind = filters.kind[0];
  return {
    url: new URL(path, siteRoot).href,
    title: meta.title,
    excerpt,
    kind,
    report: kind === "directive" ? null : page.replace(/\/$/, ""),
    unit: unit ?? null,
    trail: meta.trail ?? "",
  };
}

const MOST_READINGS = 32;
const CODE = /[\d/-]|^[A-Z]{2,}$/;

/** Every way to put the bar on the d's of one word: "qd" → "qd", "qđ". */
function barred(word) {
  return [...word].reduce(
    (all, letter) => {
      const bar = { d: "đ", D: "Đ" }[letter];
      const plain = all.map((start) => start + letter);
      return bar ? [...plain, ...all.map((start) => start + bar)] : plain;
    },
    [""],
  );
}

/**
 * What a query typed without marks may mean: "dang vien" → also "đang vien".
 *
 * The engine overlooks the marks of tone and vowel but keeps d and đ apart. In a query
 * that has marks elsewhere, d is meant as d, except in numbers and symbols ("22-QD/TW").
 */
export function readings(words) {
  const hasMarks = /[^\x00-\x7F]/.test(words.replace(/[“”‘’–—…]/g, ""));
  return words.split(/(\s+)/).reduce(
    (all, word) => {
      const isOpen = /^[\x00-\x7F]*$/.test(word) && (!hasMarks || CODE.test(word));
      const options = isOpen ? barred(word) : [word];
      const kept = all.length * options.length > MOST_READINGS ? [word] : options;
      return kept.flatMap((option) => all.map((start) => start + option));
    },
    [""],
  );
}

/**
 * Find what matches a query.
 *
 * @param {string} query words as the reader typed them
 * @param {{filters?: object, limit?: number}} [options]
 * @returns {Promise<{results: object[], total: number}>} best first; excerpts are HTML with <mark>
 */
export async function search(query, { filters = {}, limit = 20 } = {}) {
  // This engine finds nothing for a quoted phrase, so its words are searched for instead.
  const words = query.normalize("NFC").replace(/["“”]/g, " ").trim();
  if (!words) return { results: [], total: 0 };
  const pagefind = await prepare();
  const best = new Map();
  for (const reading of readings(words)) {
    const found = await pagefind.search(reading, { filters: toEngine(filters) });
    for (const hit of found.results) {
      if (!(best.get(hit.id)?.score >= hit.score)) best.set(hit.id, hit);
    }
  }
  const hits = [...best.values()].sort((one, other) => other.score - one.score);
  const shown = await Promise.all(hits.slice(0, limit).map((hit) => hit.data()));
  return { results: shown.map(toResult), total: hits.length };
}
