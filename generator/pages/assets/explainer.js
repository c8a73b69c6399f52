// What scripts add to the generated pages: filters, sorting and citations on lists, and evidence unfolded for print.
// Without scripts every entry is listed, its link can be copied, and every piece of evidence can be unfolded by hand.

(() => {
  const FIELDS = "select, input";
  const fields = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => field.type !== "hidden");

  const entriesOf = (form) => {
    const list = document.getElementById(form.dataset.exList) ?? document;
    return [...list.querySelectorAll("[data-ex-item]")];
  };

  const values = (entry, name) => (entry.getAttribute(`data-ex-${name}`) ?? "").split(" ");

  function isWanted(entry, form) {
    for (const field of fields(form)) {
      if (!field.value || field.name === "order") continue;
      const found = field.name === "words"
        ? entry.textContent.toLowerCase().includes(field.value.toLowerCase())
        : values(entry, field.name).includes(field.value);
      if (!found) return false;
    }
    return true;
  }

  // Groups of a list are hidden with their headings once nothing in them is left.
  function hideEmpty() {
    for (const group of document.querySelectorAll(".ex-group, .ex-ledger, .ex-timeline")) {
      if (!group.querySelector("[data-ex-item]") && !group.dataset.exEmptied) continue;
      const isEmpty = !group.querySelector("[data-ex-item]:not([hidden])");
      group.hidden = isEmpty;
      if (group.previousElementSibling?.tagName === "H2") group.previousElementSibling.hidden = isEmpty;
    }
  }

  function sortBy(order, entries, places) {
    const first = places[0];
    if (!order) {
      entries.forEach((entry, number) => places[number].append(entry));
      return;
    }
    const key = order === "rank"
      ? (entry) => Number(entry.dataset.exRank)
      : (entry) => entry.querySelector("h3").textContent.replace(/^[“"]/, "").toLowerCase();
    const sorted = [...entries].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    for (const place of places) place.dataset.exEmptied = "yes";
    first.append(...sorted);
  }

  function keepInAddress(form) {
    const query = new URLSearchParams();
    for (const field of form.querySelectorAll(FIELDS)) if (field.value) query.set(field.name, field.value);
    const search = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }

  function start(form) {
    let entries, places;
    const take = () => {
      entries = entriesOf(form);
      places = entries.map((entry) => entry.parentElement);
    };
    const output = form.querySelector("output");
    const order = form.elements.namedItem("order");
    const apply = () => {
      if (order) sortBy(order.value, entries, places);
      for (const entry of entries) entry.hidden = !isWanted(entry, form);
      const shown = entries.filter((entry) => !entry.hidden).length;
      output.textContent = output.dataset.exShown.replace("{shown}", shown).replace("{total}", entries.length);
      hideEmpty();
    };
    form.addEventListener("input", () => { apply(); keepInAddress(form); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); keepInAddress(form); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    const choose = () => {
      const query = new URLSearchParams(location.search);
      for (const field of fields(form)) field.value = query.get(field.name) ?? "";
    };
    form.addEventListener("ex-joined", () => { take(); choose(); addCitations(); apply(); keepInAddress(form); });
    form.classList.add("ex-filters--ready");
    take();
    choose();
    if (fields(form).some((field) => field.value)) form.querySelector("details").open = true;
    apply();
  }

  // A citation tells who is said to have said what, in which article, with every answer, and where it stands here.
  function citation(claim) {
    const text = (selector, from = claim) => from.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const link = claim.querySelector("h3 .headerlink");
    const heading = text("h3").replace(/\s*#$/, "");
    const answers = [...claim.querySelectorAll(":scope > .ex-answers")].map((answer) => {
      const told = [...answer.querySelectorAll(".ex-brief")].map((brief) => {
        const copy = brief.cloneNode(true);
        copy.querySelectorAll(".ex-more, .ex-chip").forEach((part) => part.remove());
        return copy.textContent.replace(/\s+/g, " ").trim();
      });
      return `${text(".ex-label", answer)}: ${told.join("; ")}`;
    });
    return [`${heading}: ${text("blockquote.ex-content")}`, ...answers, text(".ex-proof figcaption a"), link.href].join(". ");
  }

  function addCitations() {
    if (!navigator.clipboard) return;
    for (const claim of document.querySelectorAll("[data-ex-cite] > .ex-claim:not(:has(> .ex-cite))")) {
      const words = claim.parentElement.dataset;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ex-cite";
      button.textContent = words.exCite;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(citation(claim));
        button.textContent = words.exDone;
      });
      claim.append(button);
    }
  }

  function unfold() {
    for (const folded of document.querySelectorAll("details.ex-evidence, details.ex-mark, details.ex-how, details.ex-fold")) folded.open = true;
  }

  function begin() {
    document.querySelectorAll(".ex-filters").forEach(start);
    addCitations();
  }

  addEventListener("beforeprint", unfold);
  if (window.document$) window.document$.subscribe(begin);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
