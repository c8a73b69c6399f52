// What scripts add to the generated pages: filters on the list of claims, and evidence unfolded for print.
// Without scripts every claim is listed and every piece of evidence can be unfolded by hand.

(() => {
  const FILTERS = [
    { name: "Kind", attribute: "act" },
    { name: "Source", attribute: "attribution" },
  ];

  const words = (value) => value.replaceAll("-", " ");

  function choice(filter, claims, changed) {
    const values = [...new Set(claims.map((claim) => claim.dataset[filter.attribute]))].sort();
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option("all", ""), ...values.map((value) => new Option(words(value), value)));
    select.dataset.attribute = filter.attribute;
    select.addEventListener("change", changed);
    label.append(filter.name, select);
    return label;
  }

  function addFilters() {
    const lists = [...document.querySelectorAll(".ex-ledger")];
    if (lists.length === 0 || document.querySelector(".ex-filters")) return;
    const claims = lists.flatMap((list) => [...list.querySelectorAll(":scope > .ex-claim")]);
    const form = document.createElement("form");
    const count = document.createElement("output");
    const apply = () => {
      const wanted = [...form.querySelectorAll("select")].filter((select) => select.value);
      for (const claim of claims) {
        claim.hidden = wanted.some((select) => claim.dataset[select.dataset.attribute] !== select.value);
      }
      const shown = claims.filter((claim) => !claim.hidden).length;
      count.textContent = `${shown} of the ${claims.length} claims on this page`;
    };
    form.className = "ex-filters";
    form.append(...FILTERS.map((filter) => choice(filter, claims, apply)), count);
    apply();
    lists[0].previousElementSibling.before(form);
  }

  function unfold() {
    for (const folded of document.querySelectorAll("details.ex-evidence, details.ex-mark")) folded.open = true;
  }

  addEventListener("beforeprint", unfold);
  if (window.document$) window.document$.subscribe(addFilters);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", addFilters);
  else addFilters();
})();
