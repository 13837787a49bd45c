/* What every page's frame does: the chosen theme, before the first paint, the “/” key, the menu.
   A plain script, not a module: it must run before the body is drawn, and from file://. */
(() => {
  "use strict";

  const KEY = "kho-giao-dien";
  const NAMES = { auto: "theo máy", light: "sáng", dark: "tối" };
  const root = document.documentElement;

  function remembered() {
    try {
      const choice = localStorage.getItem(KEY);
      return Object.hasOwn(NAMES, choice) ? choice : "auto";
    } catch {
      return "auto"; // storage is switched off: follow the device
    }
  }

  function apply(choice) {
    root.dataset.theme = choice;
  }

  function remember(choice) {
    try {
      if (choice === "auto") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // storage is switched off: the choice lasts for this page
    }
  }

  function wireToggle() {
    const button = document.querySelector("[data-theme-toggle]");
    const label = document.querySelector("[data-theme-label]");
    if (!button || !label) return;
    const describe = () => {
      const text = `Giao diện: ${NAMES[root.dataset.theme]}`;
      label.textContent = text;
      button.title = `${text} (bấm để đổi)`;
    };
    button.addEventListener("click", () => {
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const order = dark ? ["auto", "light", "dark"] : ["auto", "dark", "light"]; // first click shows
      const choice = order[(order.indexOf(root.dataset.theme) + 1) % order.length];
      apply(choice);
      remember(choice);
      describe();
    });
    window.addEventListener("storage", (event) => {
      if (event.key !== KEY && event.key !== null) return;
      apply(remembered());
      describe();
    });
    describe();
    button.hidden = false;
  }

  function wireSlash() {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
      const fields = document.querySelectorAll("#__tim, #__tim-lon"); // on phones home shows only its own
      const field = [...fields].find((one) => one.checkVisibility?.() ?? true);
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  function wireMenu() {
    const menu = document.querySelector(".menu-narrow");
    if (!menu) return;
    document.addEventListener("click", ({ target }) => {
      if (menu.open && !menu.contains(target)) menu.open = false;
    });
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  function explainFile() {
    if (location.protocol !== "file:") return;
    for (const note of document.querySelectorAll("[data-file-note]")) note.hidden = false;
  }

  apply(remembered());
  root.toggleAttribute("data-from-file", location.protocol === "file:"); // where no module runs
  document.addEventListener("DOMContentLoaded", () => {
    wireToggle();
    wireSlash();
    wireMenu();
    explainFile();
  });
})();
