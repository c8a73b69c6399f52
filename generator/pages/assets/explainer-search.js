// What a script adds to the theme's search: buttons that narrow the results to one kind of thing (person, claim, vote …).
// The theme writes the kinds on the results as tags; without this script, or without tags, the results stand as they are.

(() => {
  const kindsOf = (result) => [...result.querySelectorAll("h1 ~ .md-tags .md-tag")].map((tag) => tag.textContent.trim());

  function buttons(results, wanted, choose) {
    const counts = new Map();
    for (const result of results) for (const kind of new Set(kindsOf(result))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [...counts].map(([kind, count]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${kind} (${count})`;
      button.setAttribute("aria-pressed", kind === wanted);
      button.addEventListener("click", () => choose(kind === wanted ? "" : kind));
      return button;
    });
  }

  function begin() {
    const list = document.querySelector(".md-search-result__list");
    const input = document.querySelector(".md-search__input");
    if (!list || !input || document.querySelector(".ex-kinds")) return;
    const bar = document.createElement("div");
    bar.className = "ex-kinds";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", input.placeholder);
    list.before(bar);
    let wanted = "";
    const show = () => {
      const results = [...list.children];
      const found = buttons(results, wanted, (kind) => { wanted = kind; show(); });
      bar.replaceChildren(...(found.length > 1 || wanted ? found : []));
      for (const result of results) result.hidden = Boolean(wanted) && !kindsOf(result).includes(wanted);
    };
    input.addEventListener("input", () => { wanted = ""; });
    new MutationObserver(show).observe(list, { childList: true });
    show();
  }

  if (window.document$) window.document$.subscribe(begin);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
