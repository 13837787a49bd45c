/** The keys of tokens in the index; see build_tools/search/streams.py. */

/** Some office of an open document number: "v5zctz" begins "v5zctztw". */
const isOpen = (token) => token.kind === "document" && token.fold.endsWith("z");

/** With a tone, the marks of a lone word are meant: đảo is not đạo. */
export const hasTone = (token) => token.kind === "word" && /[sfrxj]$/.test(token.marks);

export const wordKey = (token) => (isOpen(token) ? token.fold : `${token.fold}0`);
export const markedWordKey = (token) => `${token.fold}0${token.marks}0`;
export const openWordKey = (token) => token.fold;

export const pairKey = (one, other) => (isOpen(one) ? null : `0${one.fold}0${wordKey(other)}`);
export const openPairKey = (one, other) => (isOpen(one) ? null : `0${one.fold}0${other.fold}`);
export function markedPairKey(one, other) {
  return isOpen(one) || isOpen(other) ? null : `0${one.fold}0${other.fold}0${one.marks}0${other.marks}0`;
}
/** The first word as it is marked, the second with any marks. */
export const halfMarkedPairKey = (one, other) => `0${one.fold}0${other.fold}0${one.marks}0`;
