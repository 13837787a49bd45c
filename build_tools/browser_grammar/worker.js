/** Recognises beside the page, so that a long text never keeps the page from answering. */

import { recognise } from "./kho-cite.js";

self.addEventListener("message", async ({ data }) => {
  try {
    self.postMessage({ answer: await recognise(data) });
  } catch (fault) {
    self.postMessage({ fault: String(fault) });
  }
});

self.postMessage({ ready: true });
