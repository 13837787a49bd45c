/** The button that copies a citation; without this module the text is there to be selected. */

const row = document.querySelector("[data-copy-row]");
const button = row.querySelector("[data-copy]");
const status = row.querySelector("[data-copy-status]");
const text = document.getElementById(button.dataset.copy);

function select() {
  const range = document.createRange();
  range.selectNodeContents(text);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

button.addEventListener("click", async () => {
  status.textContent = ""; // a second copy is announced, too
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = "Đã sao chép.";
  } catch {
    select(); // no clipboard on this page: leave only the key to the reader
    status.textContent = "Đã chọn sẵn; bấm Ctrl+C (máy Mac: ⌘C) để sao chép.";
  }
});

row.hidden = false;
