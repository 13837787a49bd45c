/** What was searched for lately, kept on this device alone; without storage there is no list. */

const KEY = "kho-da-tim";
const MOST = 8;
const LONGEST = 120;

/** The latest first. */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return kept.filter((one) => typeof one === "string").slice(0, MOST);
  } catch {
    return [];
  }
}

export function remember(query) {
  const words = query.trim().slice(0, LONGEST);
  if (!words) return;
  const same = words.toLowerCase();
  const kept = [words, ...recent().filter((one) => one.toLowerCase() !== same)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // storage is switched off or full: nothing is kept
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // storage is switched off: there is nothing to forget
  }
}
