/** The question of the search page: in its form, in its address, in the history. */

export const FILTERS = ["kind", "year", "quarter", "area", "issuer"];
const NAMES = [...FILTERS, "sort"];

export const form = document.getElementById("__tim-kiem");
export const field = form.elements.q;

let settled = here();

function here() {
  return location.search || location.pathname;
}

export function readForm() {
  const chosen = FILTERS.filter((name) => form.elements[name].value);
  const filters = Object.fromEntries(chosen.map((name) => [name, form.elements[name].value]));
  return { query: field.value.trim(), filters, sort: form.elements.sort.value };
}

export function readAddress() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const name of NAMES) {
    const select = form.elements[name];
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = ""; // a value the archive does not know
  }
  settled = here();
}

export function clearFilters() {
  for (const name of FILTERS) form.elements[name].value = "";
}

function addressOf({ query, filters, sort }) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const name of FILTERS) if (filters[name]) asked.set(name, filters[name]);
  if (sort) asked.set("sort", sort);
  const words = asked.toString();
  return words ? `?${words}` : location.pathname;
}

/**
 * Write a question into the address.
 *
 * Typing writes over the present entry of the history; a `lasting` question gets an entry of
 * its own, after the one that the typing had covered is put back.
 */
export function writeAddress(question, lasting) {
  const address = addressOf(question);
  try {
    if (lasting && address !== settled) {
      history.replaceState(null, "", settled);
      history.pushState(null, "", address);
      settled = address;
    } else {
      history.replaceState(null, "", address);
    }
  } catch {
    // some browsers keep the address of a page opened from a folder as it is
  }
}
