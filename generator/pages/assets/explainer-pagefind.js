// The search box of a site that has Pagefind as its engine: a button in the header opens it, and Pagefind's own interface, which
// a build writes beside the site's pages, is loaded then. Without this script there is no box, as without the theme's.

(() => {
  const bundle = new URL("../../pagefind/", document.currentScript.src);

  function load(element, words) {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("pagefind-ui.css", bundle);
    const script = document.createElement("script");
    script.src = new URL("pagefind-ui.js", bundle);
    script.addEventListener("load", async () => {
      // Its interface offers for good the filters that are loaded when the first search ends: all of them, if we wait.
      await (await import(new URL("pagefind.js", bundle))).filters();
      new PagefindUI({
        element,
        bundlePath: bundle.pathname,
        baseUrl: new URL("../", bundle).pathname,
        translations: words.pagefind,
        showSubResults: true,
        showImages: false,
        showEmptyFilters: false,
        excerptLength: 60,
        openFilters: matchMedia("(min-width: 60em)").matches ? [words.search.kinds, words.search.people] : [],
        autofocus: true,
      });
    });
    document.head.append(style, script);
  }

  function button(words, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = words;
    element.addEventListener("click", act);
    return element;
  }

  function begin() {
    const told = document.querySelector("meta[name=ex-search]");
    if (!told || document.querySelector(".ex-search")) return;
    const words = JSON.parse(told.content);
    const dialog = document.createElement("dialog");
    dialog.className = "ex-search";
    dialog.setAttribute("aria-label", words.search.open);
    const place = document.createElement("div");
    dialog.append(button(words.search.close, () => dialog.close()), place);
    dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
    // The theme takes keys for itself.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    document.body.append(dialog);
    const open = button(words.search.open, () => {
      dialog.showModal();
      if (!place.hasChildNodes()) load(place, words);
      else place.querySelector("input")?.focus();
    });
    open.className = "ex-search-open";
    const header = document.querySelector(".md-header__inner");
    if (header) header.append(open);
    else document.body.prepend(open);
  }

  if (window.document$) window.document$.subscribe(begin);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
