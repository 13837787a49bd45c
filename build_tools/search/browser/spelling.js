/** Mending a query that finds nothing, by one letter of one word. */

import { fetchJson } from "./files.js";

let spellings;

/** Whether one word becomes the other by one letter more, less, other, or two changed round. */
export function isNear(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}

/** The query with the likeliest neighbour in place of one doubted word; null when there is none. */
export async function mended({ text, slots }, doubted) {
  spellings ??= fetchJson("spellings.kho");
  let pairs;
  try {
    pairs = await spellings;
  } catch {
    spellings = undefined; // without it the answer is merely “nothing”
    return null;
  }
  const known = new Set(pairs);
  let best = null;
  pairs.forEach((pair, rank) => {
    const [one, other] = pair.split(" ");
    slots.forEach((slot, at) => {
      if (!doubted.includes(slot) || slot.kind !== "word" || slot.fold.length < 2) return;
      const before = slots[at - 1];
      const after = slots[at + 1];
      const right = after && other === after.fold && isNear(slot.fold, one) ? one : null;
      const left = before && one === before.fold && isNear(slot.fold, other) ? other : null;
      const word = right ?? left;
      if (!word) return;
      const both = (!before || known.has(`${before.fold} ${word}`)) + (!after || known.has(`${word} ${after.fold}`));
      const worth = both * 1e5 - rank;
      if (!best || worth > best.worth) best = { worth, slot, word };
    });
  });
  return best && (text.slice(0, best.slot.start) + best.word + text.slice(best.slot.end)).replace(/\s+/g, " ").trim();
}
