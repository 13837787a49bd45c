/** Results as the search page lists them. */

import { landingOf, nodesOf, withWords } from "./search-landing.js";

export const KINDS = {
  section: "Mục của báo cáo",
  footnote: "Chú thích",
  directive: "Văn bản",
  report: "Báo cáo",
};

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/** Quarter › report › part › area; the arrows are for the eye alone. */
function crumbsOf({ trail, kind }) {
  const steps = trail.split(" › ").filter((step) => step && step !== KINDS[kind]);
  return steps.flatMap((step, at) => {
    const arrow = element("span", "trail-arrow", " › ");
    arrow.setAttribute("aria-hidden", "true");
    return [...(at ? [arrow] : []), element("span", "trail-step", step)];
  });
}

/** The words go along when the link is followed, and only then. */
function sendWords(link, excerpt) {
  const plain = link.href;
  for (const kind of ["click", "auxclick"]) {
    link.addEventListener(kind, () => {
      link.href = withWords(plain, excerpt);
      setTimeout(() => (link.href = plain));
    });
  }
}

export function itemOf(result) {
  const item = element("li", result.named ? "result is-named" : "result");
  const link = element("a", "", result.title);
  link.href = landingOf(result);
  sendWords(link, result.excerpt);
  const meta = element("p", "meta", element("span", "label", KINDS[result.kind]), " ", ...crumbsOf(result));
  if (result.cited) meta.append(`${result.named ? "Đúng số bạn tìm, " : ""}được viện dẫn ${result.cited} lần`);
  item.append(element("h2", "result-title", link), meta);
  if (result.excerpt) item.append(element("p", "excerpt", ...nodesOf(result.excerpt)));
  return item;
}
