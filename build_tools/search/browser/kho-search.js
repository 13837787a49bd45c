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

import { excerptOf } from "./excerpt.js";
import { addressOf, fetchJson } from "./files.js";
import { Index } from "./index.js";
import { wordKey } from "./keys.js";
import { match } from "./matching.js";
import { rank } from "./ranking.js";
import { read } from "./reading.js";
import { Records } from "./records.js";
import { mended } from "./spelling.js";
import { tokens } from "./tokens.js";

export { tokens };

const FEW = 4; // shards, whose records are fetched before any is known to be needed

let opened;

async function open() {
  const catalogue = await fetchJson("catalogue.kho", { cache: "no-cache" });
  const index = new Index(catalogue);
  if (index.shards.length <= FEW) for (const shard of index.shards) shard.columns().catch(() => {}); // asked for again where needed
  return { catalogue, records: new Records(catalogue), index };
}

/** Fetch the catalogue; safe to call early and often. */
export function prepare() {
  if (!opened) {
    const opening = open();
    opened = opening;
    opening.catch(() => (opened = undefined));
  }
  return opened;
}

function asLists(filters) {
  const lists = Object.entries(filters).map(([name, value]) => [name, [value].flat().filter(Boolean).map(String)]);
  return Object.fromEntries(lists.filter(([, values]) => values.length > 0));
}

const texts = new Map();

/** What a record shows, kept for the next letter typed. */
async function textOf({ shard, texts: [group, pack, place] }) {
  const name = `${shard.base} ${group} ${pack}`;
  if (!texts.has(name)) {
    const loading = shard.texts(group, pack);
    texts.set(name, loading);
    loading.catch(() => texts.delete(name));
  }
  return (await texts.get(name))[place];
}

/** Report and unit stand in the address: 2023/q3/170-bc-duk/#i-4. */
function toResult({ url, title, trail, paragraphs }, { info, named }, reading) {
  const { kind, year, quarter, cited } = info;
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
    year,
    quarter,
    named,
    cited,
  };
}

/** Latest first: by quarter, in it by the day of issue where that is known; a directive comes after the reports of its year. */
function byDate(hits) {
  const when = ({ year, quarter, day }) => 1e9 * (10 * (year ?? 0) + (quarter ?? 0)) + day;
  return [...hits].sort((one, other) => when(other.info) - when(one.info));
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
    (sort === "date" ? byDate(hits) : hits).slice(0, limit).map(async (hit) => {
      return toResult(await textOf(hit.info), hit, reading);
    }),
  );
  return { results: shown, total: hits.length, instead };
}
