/** What a question wants besides its words: words that only ask are dropped, a signature is noted. */

import tables from "./tables.js";
import { plain } from "./tokens.js";

const EDGE = "[\\p{L}\\p{M}0-9]";
const bounded = (words) => new RegExp(`(?<!${EDGE})(?:${words.join("|")})(?!${EDGE})`, "giu");
const QUESTIONS = bounded(tables.questions);
const BARE_QUESTIONS = bounded(tables.questions.map(plain));
const SIGNATURE = new RegExp(`\\b(?:${tables.signature})\\b`);
const SIGNATURE_MARKED = /(?:^|\s)k[ýí](?:\s|$)|nơi nhận|gửi/iu; // ký, not kỳ or kỷ
const QUARTER = /\bqu[yi] ?[0-9ivx]|\bq[1-4]\b/;
const isBare = (text) => /^[\x00-\x7f]*$/.test(text);
const saysSomething = (text) => /[a-z0-9]/.test(plain(text));

function withoutQuestions(query) {
  const rest = query.replace(isBare(query) ? BARE_QUESTIONS : QUESTIONS, (words) => " ".repeat(words.length));
  return saysSomething(rest) ? rest : query;
}

/** The words that stand in a text, and whether it is asked who signed: { text, signature }. */
export function asked(query) {
  if (/["“”«»]/.test(query)) return { text: query, signature: false };
  const found = SIGNATURE.exec(plain(query));
  const printed = found ? query.slice(found.index, found.index + found[0].length) : "";
  if (found && (isBare(printed) || SIGNATURE_MARKED.test(printed))) {
    const rest = withoutQuestions(query.slice(0, found.index) + query.slice(found.index + found[0].length));
    const letters = plain(rest);
    if (saysSomething(rest)) {
      const ofReport = QUARTER.test(letters) && !/bao cao/.test(letters);
      return { text: ofReport ? `báo cáo ${rest}` : rest, signature: true };
    }
  }
  return { text: withoutQuestions(query), signature: false };
}
