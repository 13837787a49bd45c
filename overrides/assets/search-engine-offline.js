/** The search script of the offline edition; its exports lie in the page's table `kho`. */

let engine;

function run(address) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = new URL(address, document.baseURI).href;
    script.addEventListener("load", () => done(globalThis.kho["kho-search"]));
    script.addEventListener("error", () => fail(new Error(script.src)));
    document.head.append(script);
  });
}

/** The exports of the search script; a script that could not be read is tried again by the next call. */
export function loadEngine(address) {
  engine ??= run(address).catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}
