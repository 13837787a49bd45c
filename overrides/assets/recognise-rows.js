/** What a reader takes away: the rows of `kho cite` as JSON and CSV, the documents as a list. */

const STATES = { cited: "có trong kho", known: "chỉ có trong danh mục", ambiguous: "chưa rõ văn bản nào", unknown: "kho chưa có" };

/** A row without what the archive and the page added to it. */
const told = ({ id, state, choices, from, to, ...row }) => row;

export const asJson = (rows) => `${JSON.stringify(rows.map(told), null, 1)}\n`;

/** A cell that a spreadsheet would run as a formula gets an apostrophe, as in the archive's own tables. */
function cell(value) {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte order mark, which Excel needs to read Vietnamese. */
export function asCsv(rows) {
  const lines = [Object.keys(told(rows[0])), ...rows.map((row) => Object.values(told(row)))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}

export function asList({ found, documents }) {
  const lines = found.map((one) => {
    const name = documents[one.id]?.name ?? one.rows[0].surface.replace(/\s+/g, " ");
    const times = one.rows.length > 1 ? `, ${one.rows.length} lần` : "";
    return `- ${name} (${STATES[one.state]}${times})`;
  });
  return `${lines.join("\n")}\n`;
}
