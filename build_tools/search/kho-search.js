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
      await pagefind.options({ excerptLength: 32 });
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

function toResult({ url, excerpt, meta }) {
  const path = url.replace(/^\/+/, "");
  return {
    url: new URL(path, siteRoot).href,
    title: meta.title,
    excerpt,
    kind: meta.kind,
    report: meta.report ?? null,
    unit: meta.unit ?? null,
    trail: meta.trail ?? "",
  };
}

/**
 * Find what matches a query.
 *
 * @param {string} query words as the reader typed them
 * @param {{filters?: object, limit?: number}} [options]
 * @returns {Promise<{results: object[], total: number}>} best first; excerpts are HTML with <mark>
 */
export async function search(query, { filters = {}, limit = 20 } = {}) {
  const words = query.normalize("NFC").trim();
  if (!words) return { results: [], total: 0 };
  const pagefind = await prepare();
  const found = await pagefind.search(words, { filters: toEngine(filters) });
  const best = await Promise.all(found.results.slice(0, limit).map((hit) => hit.data()));
  return { results: best.map(toResult), total: found.results.length };
}
