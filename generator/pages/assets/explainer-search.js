// What a script adds to the theme's search: buttons that narrow the results to one kind of thing and to one person.
// The theme writes the kinds on the results as tags; people.json, asked for as somebody searches, tells who is meant where.
// Without this script, or without either, the results stand as they are.

(() => {
  const FEW = 6;
  const people = new URL("people.json", document.currentScript.src);
  const root = new URL("../../", people);

  let asked;
  const ask = () => (asked ??= fetch(people).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));

  const kindsOf = (result) => [...result.querySelectorAll("h1 ~ .md-tags .md-tag")].map((tag) => tag.textContent.trim());

  // Who is meant at the place that a link leads to: there, or on all of its page.
  function peopleAt(link, told) {
    const { pathname, hash } = new URL(link.href);
    const page = decodeURI(pathname.slice(root.pathname.length));
    return (told.places[page + decodeURIComponent(hash)] ?? told.places[page] ?? []).map((number) => String(number));
  }

  const linksOf = (result) => [...result.querySelectorAll("a.md-search-result__link")];

  // Those that something is found under, with how many results they have, most first; the chosen one stays in sight.
  function counted(results, valuesOf, wanted, most) {
    const counts = new Map(wanted ? [[wanted, 0]] : []);
    for (const result of results) for (const value of new Set(valuesOf(result))) counts.set(value, (counts.get(value) ?? 0) + 1);
    const all = [...counts];
    if (!most) return all;
    return all.sort((a, b) => b[1] - a[1]).filter(([value], place) => place < most || value === wanted);
  }

  function bar(list, label) {
    const element = document.createElement("div");
    element.className = "ex-narrow";
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", label);
    list.before(element);
    return element;
  }

  function fill(element, values, wanted, words, choose) {
    const focused = element.contains(document.activeElement) && document.activeElement.value;
    element.replaceChildren(...(values.length > 1 || wanted ? values : []).map(([value, count]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.value = value;
      button.textContent = `${words(value)} (${count})`;
      button.setAttribute("aria-pressed", value === wanted);
      button.addEventListener("click", () => choose(value === wanted ? "" : value));
      return button;
    }));
    if (focused) [...element.children].find((button) => button.value === focused)?.focus();
  }

  function begin() {
    const list = document.querySelector(".md-search-result__list");
    const input = document.querySelector(".md-search__input");
    if (!list || !input || document.querySelector(".ex-narrow")) return;
    const kinds = bar(list, input.placeholder);
    const persons = bar(list, input.placeholder);
    let kind = "";
    let person = "";
    let told = { names: [], places: {} };

    const isOfKind = (result) => !kind || kindsOf(result).includes(kind);
    const isOfPerson = (link) => !person || peopleAt(link, told).includes(person);
    const peopleOf = (result) => linksOf(result).flatMap((link) => peopleAt(link, told));

    function show() {
      const results = [...list.children];
      const ofPerson = results.filter((result) => linksOf(result).some(isOfPerson));
      fill(kinds, counted(ofPerson, kindsOf, kind), kind, (name) => name, (name) => { kind = name; show(); });
      fill(persons, counted(results.filter(isOfKind), peopleOf, person, FEW), person, (number) => told.names[number], (number) => { person = number; show(); });
      for (const result of results) {
        result.hidden = !isOfKind(result) || !ofPerson.includes(result);
        for (const link of linksOf(result)) link.hidden = Boolean(link.hash) && !isOfPerson(link);
        for (const more of result.querySelectorAll("details")) more.hidden = linksOf(more).every((link) => link.hidden);
      }
    }

    input.addEventListener("focus", async () => {
      const answer = await ask();
      if (!answer || told === answer) return;
      told = answer;
      kinds.setAttribute("aria-label", told.labels.kinds);
      persons.setAttribute("aria-label", told.labels.people);
      show();
    });
    // The theme closes its search at Tab, types at Space and steps onto what is hidden: here the buttons are reached and pressed.
    const search = list.closest(".md-search");
    search.addEventListener("keydown", (event) => {
      const isPressed = event.target.closest(".ex-narrow") && [" ", "Enter"].includes(event.key);
      if (event.key === "Tab" || isPressed) event.stopPropagation();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || !(kind || person)) return;
      const stops = [input, ...list.querySelectorAll("a, summary")].filter((one) => one.checkVisibility());
      stops.at((stops.indexOf(document.activeElement) + step) % stops.length).focus();
      event.preventDefault();
      event.stopPropagation();
    });
    search.addEventListener("focusout", ({ relatedTarget }) => {
      const toggle = document.getElementById("__search");
      if (relatedTarget && !search.contains(relatedTarget) && toggle?.checked) toggle.click();
    });

    input.addEventListener("input", () => { kind = ""; person = ""; });
    new MutationObserver(show).observe(list, { childList: true });
    show();
  }

  if (window.document$) window.document$.subscribe(begin);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
