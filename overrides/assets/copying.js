/** The buttons that copy a citation; without this module the text is there to be selected. */

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Copy the words of an element and say so; without a clipboard leave only the key to the reader. */
export async function copy(element, status) {
  status.textContent = ""; // a second copy is announced, too
  try {
    await navigator.clipboard.writeText(element.textContent);
    status.textContent = "Đã sao chép.";
  } catch {
    select(element);
    status.textContent = "Đã chọn sẵn; bấm Ctrl+C (máy Mac: ⌘C) để sao chép.";
  }
}

for (const row of document.querySelectorAll("[data-copy-row]")) {
  const button = row.querySelector("[data-copy]");
  const text = document.getElementById(button.dataset.copy);
  button.addEventListener("click", () => copy(text, row.querySelector("[data-copy-status]")));
  row.hidden = false;
}
