/** The search module of the site, fetched once and only when someone is about to search. */

let engine;

/** The module's exports; a failed fetch is tried again by the next call. */
export function loadEngine(address) {
  engine ??= import(new URL(address, document.baseURI).href).catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}
