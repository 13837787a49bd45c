/** Which words can be Vietnamese syllables, and what raw Telex or VNI typing meant. */

import tables from "./tables.js";

const { onsets, front } = tables.syllables;
const sets = Object.fromEntries(["rimes", "afterQu", "yAlone"].map((name) => [name, new Set(tables.syllables[name])]));
sets.afterGi = new Set([...sets.rimes, ...tables.syllables.afterGi]);
for (const rime of tables.syllables.notAfterGi) sets.afterGi.delete(rime);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHARP = new Set(["\u0301", "\u0323"]);

function fits(onset, rime, tone) {
  const rimes = onset === "qu" ? sets.afterQu : onset === "gi" ? sets.afterGi : sets.rimes;
  if (!rimes.has(rime)) return false;
  if (/(c|ch|p|t)$/.test(rime) && !SHARP.has(tone)) return false;
  if (rime === "y" && !sets.yAlone.has(onset)) return onset === "qu";
  const first = rime.slice(0, 1);
  const isFront = front.includes(first) && first !== "" || (first === "y" && onset !== "c");
  if (["k", "gh", "ngh"].includes(onset)) return isFront;
  if (["c", "g", "ng"].includes(onset)) {
    return first === "" || !front.includes(first) || (onset === "g" && rime.startsWith("i"));
  }
  return true;
}

/** Whether a word, with its marks, can be one syllable. */
export function isSyllable(word) {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const base = apart.replace(TONE, "").normalize("NFC");
  return onsets.some((onset) => base.startsWith(onset) && fits(onset, base.slice(onset.length), tones[0] ?? ""));
}

const strip = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
const bare = Object.fromEntries(
  Object.entries(sets).map(([name, set]) => [name, new Set([...set].map(strip))]),
);
const bareOnsets = [...new Set(onsets.map(strip))];

/** Whether a word without marks can be a syllable that has lost them: "dang", "nguoi". */
export function isBareSyllable(word) {
  return bareOnsets.some((onset) => {
    if (!word.startsWith(onset)) return false;
    const rime = word.slice(onset.length);
    const rimes = onset === "qu" ? bare.afterQu : onset === "gi" ? bare.afterGi : bare.rimes;
    if (!rimes.has(rime)) return false;
    if (["k", "gh", "ngh"].includes(onset)) return /^[eiy]/.test(rime);
    if (["c", "ng"].includes(onset)) return !/^[ei]/.test(rime);
    return true;
  });
}

const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };

function toned(letters, tone) {
  if (!tone) return letters;
  const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/g)].map((match) => match.index);
  const own = /^(qu|gi)(?=[aăâeêioôơuưy])/.test(letters) ? vowels.slice(1) : vowels;
  const shaped = own.filter((at) => "ăâêôơư".includes(letters[at]));
  const open = own.at(-1) === letters.length - 1;
  const at = shaped.at(-1) ?? (own.length > 1 && open ? own.at(-2) : own.at(-1));
  return at === undefined ? letters : `${letters.slice(0, at + 1)}${tone}${letters.slice(at + 1)}`.normalize("NFC");
}

/** What "ddangr" or "vieenj" was to become; null when it becomes no syllable. */
export function fromTelex(word) {
  let letters = "";
  let tone = "";
  for (const key of word.toLowerCase()) {
    const vowelSeen = /[aăâeêioôơuưy]/.test(letters);
    if (vowelSeen && key in TELEX_TONES) tone = TELEX_TONES[key];
    else if (key === "d" && letters.startsWith("d")) letters = `đ${letters.slice(1)}`;
    else if ("aeo".includes(key) && new RegExp(`${key}[^aeo]*$`).test(letters)) {
      const at = letters.lastIndexOf(key);
      letters = letters.slice(0, at) + { a: "â", e: "ê", o: "ô" }[key] + letters.slice(at + 1);
    } else if (key === "w") {
      if (/uo(?=[a-z]*$)/.test(letters)) letters = letters.replace("uo", "ươ");
      else if (/[aou][^aou]*$/.test(letters)) {
        letters = letters.replace(/([aou])([^aou]*)$/, (_, vowel, rest) => ({ a: "ă", o: "ơ", u: "ư" })[vowel] + rest);
      } else letters += "ư";
    } else letters += key;
  }
  const made = toned(letters, tone);
  return made !== word && isSyllable(made) ? made : null;
}

/** What "d9a3ng" or "vie6n" was to become; null when it becomes no syllable. */
export function fromVni(word) {
  if (!/^[a-z]+[1-9][a-z0-9]*$/i.test(word)) return null;
  let letters = "";
  let tone = "";
  for (const key of word.toLowerCase()) {
    if (key in VNI_TONES) tone = VNI_TONES[key];
    else if (key === "6") letters = letters.replace(/[aeo](?=[^aeo]*$)/, (vowel) => ({ a: "â", e: "ê", o: "ô" })[vowel]);
    else if (key === "7") letters = letters.replace(/uo|[ou](?=[^ou]*$)/, (found) => ({ uo: "ươ", o: "ơ", u: "ư" })[found]);
    else if (key === "8") letters = letters.replace(/a(?=[^a]*$)/, "ă");
    else if (key === "9") letters = letters.replace(/^d/, "đ");
    else letters += key;
  }
  const made = toned(letters, tone);
  return isSyllable(made) ? made : null;
}

/** Ways to cut a joined word into syllables, fewest first: "dangvien" → [["dang", "vien"]]. */
export function cuts(word, most = 6) {
  const ways = [[[]]];
  for (let end = 1; end <= word.length; end += 1) {
    ways[end] = [];
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const piece = word.slice(start, end);
      if ((piece.length > 1 || piece === "y" || piece === "o") && ways[start].length > 0 && isBareSyllable(piece)) {
        ways[end].push(...ways[start].map((way) => [...way, piece]));
      }
    }
    ways[end] = ways[end].sort((one, other) => one.length - other.length).slice(0, 24);
  }
  return ways[word.length].filter((way) => way.length > 1).slice(0, most);
}
