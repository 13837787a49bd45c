/** The keys of tokens in the index; see build_tools/search/streams.py. */

/** Some office of an open document number: "v5zctz" begins "v5zctztw". */
export const isOpen = (token) => token.kind === "document" && token.fold.endsWith("z");

/** With a tone, the marks of a lone word are meant: đảo is not đạo. */
export const hasTone = (token) => token.kind === "word" && /[sfrxj]$/.test(token.marks);

export const wordKey = (token) => (isOpen(token) ? token.fold : `${token.fold}0`);
export const openWordKey = (token) => token.fold;

export const pairKey = (one, other) => (isOpen(one) ? null : `0${one.fold}0${wordKey(other)}`);
export const openPairKey = (one, other) => (isOpen(one) ? null : `0${one.fold}0${other.fold}`);

const isWithin = (few, many) => {
  let at = 0;
  for (const sign of many) if (sign === few[at]) at += 1;
  return at === few.length;
};

/** What the rest of a key, its marks, has of the marks typed: 2 these, 1 these and some left out, 0 others. */
export function agreement(words, rest) {
  const marks = rest.split("0");
  if (words.every((word, at) => word.marks === marks[at])) return 2;
  return words.every((word, at) => isWithin(word.marks, marks[at])) ? 1 : 0;
}
