/** The files of the search folder, and addresses on the site. */

const siteRoot = new URL("../", import.meta.url);
const folder = new URL("index/", import.meta.url);

async function unpacked(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // the host has unpacked it already
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Fetch one file of the index folder. */
export async function fetchBytes(path, options) {
  return unpacked(await fetch(new URL(path, folder), options));
}

/** Fetch one file of the index folder that holds JSON. */
export async function fetchJson(path, options) {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(path, options)));
}

/** The whole address of a page: "2023/q3/170-bc-duk/#i-4". */
export function addressOf(url) {
  return new URL(url, siteRoot).href;
}
