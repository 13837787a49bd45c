/** The answer on the page: every document once with its state and places, and the marked text. */

const PIECE = 20_000;
const AT_ONCE = 150;
const PLACES = 12;
const number = new Intl.NumberFormat("vi");

const STATES = {
  cited: "có trong kho",
  known: "chỉ có trong danh mục",
  ambiguous: "chưa rõ văn bản nào",
  unknown: "kho chưa có",
};

/** The documents of a text in order of their first citation, each with its rows. */
export function documentsOf(rows) {
  const found = new Map();
  rows.forEach((row, at) => {
    const key = `${row.state} ${row.id}`;
    if (!found.has(key)) found.set(key, { id: row.id, state: row.state, choices: row.choices, rows: [], places: [] });
    found.get(key).rows.push(row);
    found.get(key).places.push(at);
  });
  return [...found.values()];
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function linkTo(href, ...content) {
  const link = element("a", "", ...content);
  link.href = href;
  return link;
}

const breath = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const flat = (words) => words.replace(/\s+/g, " ").trim();

function explained(one, documents) {
  if (one.state === "cited") return `Các báo cáo trong kho viện dẫn ${number.format(documents[one.id].count)} lần.`;
  if (one.state === "known") return "Có trong danh mục của kho, chưa báo cáo nào viện dẫn.";
  if (one.state === "ambiguous") {
    return one.choices.length === 1
      ? "Kho có một văn bản cùng số, nhưng chưa đủ căn cứ để nói là một:"
      : "Kho có nhiều văn bản cùng số; chữ ở đây không cho biết là văn bản nào:";
  }
  return "Chưa báo cáo nào trong kho viện dẫn và danh mục chưa ghi. Điều đó không có nghĩa là văn bản không tồn tại.";
}

/** What the pasted words themselves say, for a document that the archive cannot describe. */
function stated(one) {
  const first = (field) => one.rows.find((row) => row[field])?.[field];
  const day = first("date")?.split("-").reverse().map(Number).join("/");
  const told = [
    day && `ngày ${day}`,
    !day && first("year") && `năm ${first("year")}`,
    first("issuer") && `của ${first("issuer")}`,
    first("term") && `khóa ${first("term")}`,
    first("title"),
  ].filter(Boolean);
  return told.length ? `Theo chữ đã dán: ${told.join(", ")}.` : "";
}

function places(one) {
  const line = element("p", "paste-places", one.places.length > 1 ? `${number.format(one.places.length)} chỗ: ` : "Chỗ viện dẫn: ");
  one.places.slice(0, PLACES).forEach((at, index) => {
    const link = linkTo(`#cho-${at + 1}`, number.format(at + 1));
    link.setAttribute("aria-label", `viện dẫn thứ ${at + 1} trong chữ đã dán`);
    line.append(index ? " " : "", link);
  });
  if (one.places.length > PLACES) line.append(` và ${number.format(one.places.length - PLACES)} chỗ nữa`);
  return line;
}

function item(one, at, { documents }, address) {
  const known = documents[one.id];
  const isHere = one.state === "cited" || one.state === "known";
  const name = known && isHere ? known.name : flat(one.rows[0].surface);
  const made = element("li", "");
  made.id = `van-ban-${at + 1}`;
  made.dataset.state = one.state;
  const heading = isHere ? linkTo(new URL(`${one.id}/`, address).href, name) : element("span", "", name);
  heading.classList.add("paste-name");
  made.append(heading, " ", element("span", `label is-${one.state}`, STATES[one.state]));
  if (isHere && known.title) made.append(element("p", "directive-title", known.title));
  made.append(element("p", "meta", explained(one, documents)));
  if (one.choices.length) {
    const choices = one.choices.map((id) => {
      const { name: words = id, count = 0, title } = documents[id] ?? {};
      const times = count ? `, ${number.format(count)} lần viện dẫn` : "";
      return element("li", "", linkTo(new URL(`${id}/`, address).href, words), ` (${[id, title].filter(Boolean).join(": ")}${times})`);
    });
    made.append(element("ul", "paste-choices", ...choices));
  }
  if (!isHere && stated(one)) made.append(element("p", "meta", stated(one)));
  made.append(places(one));
  return made;
}

/** The list, some entries at a time; `goesOn` tells whether the reader still wants it. */
export async function drawList(list, answer, address, goesOn) {
  list.replaceChildren();
  for (let at = 0; at < answer.found.length && goesOn(); at += AT_ONCE) {
    list.append(...answer.found.slice(at, at + AT_ONCE).map((one, index) => item(one, at + index, answer, address)));
    await breath();
  }
}

/** The text with its citations as links to the list, in pieces that end between lines. */
export async function drawText(target, { text, rows, found }, goesOn) {
  target.replaceChildren();
  const entry = new Map(found.flatMap((one, index) => one.places.map((at) => [at, index])));
  let end = 0;
  let piece = element("div", "");
  const flush = async () => {
    target.append(piece);
    piece = element("div", "");
    await breath();
  };
  const plain = async (until) => {
    while (until - end > PIECE) {
      const line = text.indexOf("\n", end + PIECE);
      const cut = line < 0 || line >= until ? until : line + 1;
      piece.append(text.slice(end, cut));
      end = cut;
      await flush();
    }
    piece.append(text.slice(end, until));
    end = until;
  };
  for (let at = 0; at < rows.length && goesOn(); at += 1) {
    const row = rows[at];
    await plain(row.from);
    const link = linkTo(`#van-ban-${entry.get(at) + 1}`, text.slice(row.from, row.to));
    link.id = `cho-${at + 1}`;
    link.className = `is-${row.state}`;
    link.title = STATES[row.state];
    piece.append(link);
    end = row.to;
    if (piece.childNodes.length > AT_ONCE && text[end] === "\n") {
      piece.append("\n");
      end += 1;
      await flush();
    }
  }
  if (goesOn()) await plain(text.length);
  target.append(piece);
}
