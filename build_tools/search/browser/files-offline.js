/**
 * The same files out of plain scripts, since a page opened from a folder may read nothing
 * else (see build_tools/search/offline.py). A script hands over all files of one folder.
 */

const siteRoot = new URL("../", document.currentScript.src);
const folder = new URL("index/", siteRoot.href + "search/");
const files = new Map();
const scripts = new Map();

globalThis.khoFiles = (given) => {
  for (const [path, file] of Object.entries(given)) files.set(path, file);
};

function run(name) {
  if (!scripts.has(name)) {
    const running = new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, folder).href;
      script.addEventListener("load", done);
      script.addEventListener("error", () => fail(new Error(script.src)));
      document.head.append(script);
    });
    running.catch(() => scripts.delete(name));
    scripts.set(name, running);
  }
  return scripts.get(name);
}

/** One file of the index folder. */
export async function fetchBytes(path) {
  const name = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : path.replace(/\.kho$/, "");
  if (!files.has(path)) await run(name);
  const packed = Uint8Array.from(atob(files.get(path)), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** One file of the index folder that holds JSON. */
export async function fetchJson(path) {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(path)));
}

/** The whole address of a page; in a folder the file has to be named. */
export function addressOf(url) {
  const [page, anchor] = url.split("#");
  return new URL(`${page}index.html${anchor ? `#${anchor}` : ""}`, siteRoot).href;
}
