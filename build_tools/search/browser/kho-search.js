/**
 * Full-text search over the archive, for the search page and for anyone's script.
 *
 *   import { search } from "/search/kho-search.js";
 *   const { results } = await search("chi bộ bốn tốt", { filters: { year: "2023" }, limit: 20 });
 *
 * Filters: year ("2023"), quarter ("1".."4"), issuer (an issuer's id), area (an area's id),
 * kind ("section", "footnote", "directive", "report"); each a text or a list of texts.
 * The index is fetched on the first call, never before.
 */

import { Index } from "./engine.js";
import { excerptOf } from "./excerpt.js";
import { addressOf, fetchBytes, fetchJson } from "./files.js";
import { wordKey } from "./keys.js";
import { match } from "./matching.js";
import { rank } from "./ranking.js";
import { read } from "./reading.js";
import { Records } from "./records.js";
import { mended } from "./spelling.js";
import { tokens } from "./tokens.js";

export { tokens };

let opened;

async function open() {
  const engine = fetchBytes("engine.kho", { cache: "no-cache" });
  engine.catch(() => {}); // reported where it is awaited
  const catalogue = await fetchJson("catalogue.kho", { cache: "no-cache" });
  return { catalogue, records: new Records(catalogue), index: new Index(catalogue, engine) };
}

/** Fetch the engine and the catalogue; safe to call early and often. */
export function prepare() {
  if (!opened) {
    const opening = open();
    opened = opening;
    opening.then(({ index }) => index.ready).catch(() => (opened = undefined));
  }
  return opened;
}

function asLists(filters) {
  const lists = Object.entries(filters).map(([name, value]) => [name, [value].flat().filter(Boolean).map(String)]);
  return Object.fromEntries(lists.filter(([, values]) => values.length > 0));
}

const texts = new Map();

/** What a record shows, kept for the next letter typed. */
function textOf({ group, record }) {
  const path = `texts/${group.texts}/${record}.kho`;
  if (!texts.has(path)) {
    const text = fetchJson(path);
    text.catch(() => texts.delete(path));
    texts.set(path, text);
  }
  return texts.get(path);
}

/** Report and unit stand in the address: 2023/q3/170-bc-duk/#i-4. */
function toResult({ url, title, trail, paragraphs }, hit, reading, records) {
  const kind = records.kind(hit.group, hit.record);
  const foot = reading.below && kind === "report" ? paragraphs.filter(([anchor]) => anchor) : [];
  const below = foot.length > 0 ? [foot.at(reading.below === "signed" ? 0 : -1)] : [];
  const address = below.length > 0 ? `${url}#${below[0][0]}` : url;
  const [page, unit] = address.split("#");
  return {
    url: addressOf(address),
    title,
    ...excerptOf(below.length > 0 ? below : paragraphs, reading),
    kind,
    report: kind === "directive" ? null : page.replace(/\/$/, ""),
    unit: unit ?? null,
    trail: trail.join(" › "),
    year: records.year(hit.group, hit.record),
    quarter: hit.group.quarter ?? null,
    named: hit.named,
    cited: hit.group.cited?.[hit.record] ?? null,
  };
}

/** Latest first; a directive is of its year alone, and comes after the reports of that year. */
function byDate(hits, records) {
  const when = ({ group, record }) => 10 * (records.year(group, record) ?? 0) + (group.quarter ?? 0);
  return [...hits].sort((one, other) => when(other) - when(one));
}

/** The words of a query that the archive does not have at all. */
async function unknownWords({ slots }, best, index) {
  const words = slots.filter(
    (slot, at) => slot.kind === "word" && slot.alternatives.length === 0 && best.filled[at] === 0,
  );
  const answers = await index.places(words.map(wordKey));
  return words.filter((_, at) => answers[at].length === 0);
}

/**
 * Find what matches a query.
 *
 * @param {string} query words as the reader typed them
 * @param {{filters?: object, limit?: number, sort?: "date"}} [options]
 * @returns {Promise<{results: object[], total: number, instead: string|null}>} best first, or
 *   with `sort: "date"` latest first; a result is `named` when the query gives its number;
 *   excerpts are HTML with <mark>; `instead` is the query that was answered in place of the
 *   one asked, which differs from it by a letter and finds nothing or less
 */
export async function search(query, { filters = {}, limit = 10, sort = "" } = {}) {
  if (!query.trim()) return { results: [], total: 0, instead: null };
  const { catalogue, records, index } = await prepare();
  const lists = asLists(filters);
  let reading = await read(query, index, catalogue);
  let hits = rank(await match(index, records, reading, lists));
  let instead = null;
  const doubted = hits.length === 0 ? reading.slots : await unknownWords(reading, hits[0], index);
  if (doubted.length > 0 && reading.slots.length > 1) {
    const other = await mended(reading, doubted);
    if (other) {
      const again = { ...(await read(other, index, catalogue)), isMended: true, open: false };
      const found = rank(await match(index, records, again, lists));
      if (found.length > 0 && found[0].share > (hits[0]?.share ?? 0)) [reading, hits, instead] = [again, found, other];
    }
  }
  const shown = await Promise.all(
    (sort === "date" ? byDate(hits, records) : hits).slice(0, limit).map(async (hit) => {
      return toResult(await textOf(hit), hit, reading, records);
    }),
  );
  return { results: shown, total: hits.length, instead };
}
