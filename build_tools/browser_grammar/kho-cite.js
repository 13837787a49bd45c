/**
 * Citations in any text, recognised on the reader's own device.
 *
 *   import { recognise } from "/cite/kho-cite.js";
 *   const { text, rows } = await recognise("theo Chỉ thị số 05-CT/TW, ngày 15/5/2016");
 *
 * A row has the fields of `kho cite` (offsets count characters of the text in NFC), and
 * beside them `id`, `state` ("cited", "known", "ambiguous", "unknown"), `choices`, and
 * `from` and `to`, offsets into the JavaScript string `text`. What the archive holds is
 * fetched on the first call; the text goes nowhere.
 */

import { Day, Directive, Holdings, Issuer, Registry, dict, enter, leave, make, pasted } from "./citations.js";

const HOLDINGS = new URL("danh-muc.json", import.meta.url);

let loading;

function asHoldings({ issuers, registered, documents }) {
  const known = registered.map((one) => make(Directive, { ...one, date: one.date && Day.fromisoformat(one.date) }));
  const byId = (all) => dict(all.map((one) => [one.id, one]));
  const registry = make(Registry, { issuers: byId(issuers.map((one) => make(Issuer, one))), areas: [], directives: byId(known) });
  return new Holdings(registry, dict(Object.entries(documents).map(([id, one]) => [id, one.count])));
}

/** What the archive holds; safe to call early and often. */
export function prepare() {
  loading ??= fetch(HOLDINGS)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${HOLDINGS.pathname}: ${answer.status}`);
      return answer.json();
    })
    .then((told) => ({ holdings: asHoldings(told), documents: told.documents }))
    .catch((fault) => {
      loading = undefined;
      throw fault;
    });
  return loading;
}

/** Offsets that count characters, as offsets that count UTF-16 units. */
function inUnits(text, rows) {
  if (!/[\ud800-\udbff]/.test(text)) return rows.map((row) => ({ ...row, from: row.start, to: row.end }));
  let character = 0;
  let unit = 0;
  const reach = (wanted) => {
    for (; character < wanted; character += 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    return unit;
  };
  return rows.map((row) => ({ ...row, from: reach(row.start), to: reach(row.end) }));
}

/** Today as the reader's clock shows it: nothing cited can have been issued later. */
function today() {
  const now = new Date();
  return new Day(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/**
 * @param {string} text
 * @returns {Promise<{text: string, rows: object[], documents: object}>} the text in NFC, its citations
 *   in order, and name, title and count of every document of the archive that a row names
 */
export async function recognise(text) {
  const { holdings, documents } = await prepare();
  const composed = text.normalize("NFC");
  const rows = inUnits(composed, [...pasted(enter(composed), holdings, today())].map(leave));
  const named = new Set(rows.flatMap((row) => [row.id, ...row.choices]));
  const told = Object.fromEntries(Object.entries(documents).filter(([id]) => named.has(id)));
  return { text: composed, rows, documents: told };
}
