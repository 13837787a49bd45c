/** What a question wants besides its words: words that only ask are dropped, what stands below a report is noted. */

import tables from "./tables.js";
import { plain } from "./tokens.js";

const EDGE = "[\\p{L}\\p{M}0-9]";
const bounded = (words) => new RegExp(`(?<!${EDGE})(?:${words.join("|")})(?!${EDGE})`, "giu");
const QUESTIONS = bounded(tables.questions);
const BARE_QUESTIONS = bounded(tables.questions.map(plain));
const BELOW = [
  ["signed", new RegExp(`\\b(?:${tables.signed})\\b`), /(?:^|\s)k[ýí](?:\s|$)/iu], // ký, not kỳ or kỷ
  ["received", new RegExp(`\\b(?:${tables.received})\\b`), /nơi nhận|gửi/iu],
];
const ASKING = /(?:^|\s)(?:nào|ai|mấy)(?=\s|$)/iu;
const QUARTER = /\bqu[yi] ?[0-9ivx]|\bq[1-4]\b/;
const HOLDER = new RegExp(`\\bai (?:dang )?la (?:pho )?${tables.office}|\\b${tables.office}\\b.* la ai\\b`);
const WHY = /\b(?:vi|tai) sao\b|\bl[iy] do\b/;
const isBare = (text) => /^[\x00-\x7f]*$/.test(text);
const saysSomething = (text) => /[a-z0-9]/.test(plain(text));

function withoutQuestions(query) {
  const rest = query.replace(isBare(query) ? BARE_QUESTIONS : QUESTIONS, (words) => " ".repeat(words.length));
  return saysSomething(rest) ? rest : query;
}

/** The words that stand in a text, what is asked of the foot of a report, whether it is a question, and of a reason: { text, below, isQuestion, isWhy }. */
export function asked(query) {
  if (/["“”«»]/.test(query)) return { text: query, below: null, isQuestion: false, isWhy: false };
  for (const [below, rule, marked] of BELOW) {
    const found = rule.exec(plain(query));
    const printed = found ? query.slice(found.index, found.index + found[0].length) : "";
    if (!found || !(isBare(printed) || marked.test(printed))) continue;
    const rest = withoutQuestions(query.slice(0, found.index) + query.slice(found.index + found[0].length));
    const letters = plain(rest);
    if (saysSomething(rest)) {
      const ofReport = QUARTER.test(letters) && !/bao cao/.test(letters);
      return { text: ofReport ? `báo cáo ${rest}` : rest, below, isQuestion: true, isWhy: false };
    }
  }
  const text = withoutQuestions(query);
  return { text, below: HOLDER.test(plain(query)) ? "signed" : null, isQuestion: text !== query || ASKING.test(query), isWhy: WHY.test(plain(query)) };
}
