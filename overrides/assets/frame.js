/* What every page's frame does: the chosen theme, before the first paint, the way to search, the menu.
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

  /* The offline edition has plain scripts, since browsers load no modules from a folder. */
  const { src, dataset } = document.currentScript;
  const asked = new Set();

  function load(name) {
    if (asked.has(name)) return;
    asked.add(name);
    const script = document.createElement("script");
    if (!("plain" in dataset)) script.type = "module";
    script.src = new URL(name, src).href;
    script.addEventListener("error", () => asked.delete(name));
    document.head.append(script);
  }

  /* What a search surely needs comes beside the box, not after it; without modules there is nothing to hint at. */
  function expect(form) {
    if ("plain" in dataset || asked.has(form.dataset.search)) return;
    asked.add(form.dataset.search);
    const script = new URL(form.dataset.search, document.baseURI).href;
    const catalogue = new URL("index/catalogue.kho", script).href;
    for (const hint of [{ rel: "modulepreload", href: script }, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: catalogue }]) {
      document.head.append(Object.assign(document.createElement("link"), hint));
    }
  }

  function attend(field) {
    expect(field.form);
    load("search-box.js");
  }

  const FIELDS = "#__tu, #__tim, #__tim-lon"; // on phones home and search show only their own

  function wireSuggestions() {
    for (const field of document.querySelectorAll("form[data-suggest] input[type=search]")) {
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-autocomplete", "list");
      field.setAttribute("aria-expanded", "false");
      field.addEventListener("focus", () => attend(field));
      if (field === document.activeElement) attend(field);
    }
  }

  /* “/” and Ctrl-K bring the field to the reader, not the reader to the top of the page. */
  function wireKeys() {
    let from = null;

    function lift(field) {
      const bar = field.closest(".site-header");
      if (!bar || bar.getBoundingClientRect().bottom > bar.offsetHeight / 2) return;
      bar.style.setProperty("block-size", `${bar.offsetHeight}px`); // nothing below may move
      field.form.classList.add("is-lifted");
    }

    function lower({ currentTarget: form, relatedTarget }) {
      if (form.contains(relatedTarget) || !form.classList.contains("is-lifted")) return;
      form.classList.remove("is-lifted");
      form.closest(".site-header").style.removeProperty("block-size");
    }

    function open(event) {
      const { target, key } = event;
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && key.toLowerCase() === "k";
      const isSlash = key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isShortcut && !isSlash) return;
      const isElement = target instanceof Element;
      if (isSlash && isElement && target.closest("input, textarea, select, [contenteditable]")) return;
      const field = [...document.querySelectorAll(FIELDS)].find((one) => one.checkVisibility?.() ?? true);
      if (!field) return;
      event.preventDefault();
      if (field !== document.activeElement) from = document.activeElement;
      lift(field);
      field.focus({ preventScroll: field.form.classList.contains("is-lifted") });
      field.select();
    }

    function leave(event) {
      const { target } = event;
      if (event.key !== "Escape" || event.isComposing || !(target instanceof Element) || !target.matches(FIELDS)) return;
      event.preventDefault();
      target.blur();
      from?.focus({ preventScroll: true });
      from = null;
    }

    document.addEventListener("keydown", open);
    document.addEventListener("keydown", leave);
    for (const field of document.querySelectorAll(FIELDS)) field.form.addEventListener("focusout", lower);
  }

  /* A result's link carries the words to mark: see arrival.js. */
  function arrive() {
    if (location.hash.includes("&tim=")) load("arrival.js");
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
  const plain = document.currentScript.hasAttribute("data-plain");
  root.toggleAttribute("data-asked", Boolean(new URLSearchParams(location.search).get("q"))); // an answer will come
  root.toggleAttribute("data-from-file", location.protocol === "file:" && !plain); // no module runs
  addEventListener("hashchange", arrive);
  document.addEventListener("DOMContentLoaded", () => {
    wireToggle();
    wireSuggestions();
    wireKeys();
    arrive();
    wireMenu();
    explainFile();
  });
})();
