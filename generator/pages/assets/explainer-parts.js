// What a script adds to lists that stand on several pages: a button that brings all of them here, to be filtered as one.
// Without it each page is filtered by itself.

(() => {
  const GROUPS = ".ex-group, .ex-ledger, .ex-timeline";
  const ITEMS = "[data-ex-item]";
  const COUNT = /\((\d+)\)$/;

  const groupsIn = (place) => [...place.querySelectorAll(GROUPS)].filter((group) => group.querySelector(ITEMS));

  // A group with what stands before it as its heading: "Dated" and, where there are any, the words below it.
  function withHeading(group) {
    const lead = [];
    let before = group.previousElementSibling;
    while (before && (before.tagName === "P" || before.tagName === "H2")) {
      lead.unshift(before);
      if (before.tagName === "H2") break;
      before = before.previousElementSibling;
    }
    return [...(lead[0]?.tagName === "H2" ? lead : []), group];
  }

  const heading = (group) => {
    const [first] = withHeading(group);
    return (first === group ? group.querySelector("h3") : first)?.textContent ?? "";
  };

  // Links of another page lead from there.
  function madeAbsolute(page, address) {
    for (const link of page.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }

  // One list in the order of its pages; what a page's end has cut in two is one group again.
  function join(pages) {
    const own = groupsIn(document);
    const mark = document.createElement("hr");
    withHeading(own[0])[0].before(mark);
    let last;
    for (const group of pages.flatMap((page) => (page ? groupsIn(page) : own))) {
      if (last && heading(group) === heading(last)) {
        last.querySelector(ITEMS).parentElement.append(...group.querySelectorAll(ITEMS));
        for (const part of withHeading(group)) part.remove();
      } else {
        mark.before(...withHeading(group));
        last = group;
      }
    }
    mark.remove();
  }

  const countOf = (option) => Number(COUNT.exec(option.textContent)?.[1] ?? 0);

  // The choices of the other page's filters, with their counts.
  function addChoices(form, other) {
    for (const select of form.querySelectorAll("select:not([name=order])")) {
      const known = new Map([...select.options].map((option) => [option.value, option]));
      for (const option of other.querySelectorAll(`.ex-filters select[name="${select.name}"] option:not([value=""])`)) {
        const same = known.get(option.value);
        if (same) same.textContent = same.textContent.replace(COUNT, `(${countOf(same) + countOf(option)})`);
        else select.append(option);
      }
      const [all, ...rest] = select.options;
      select.append(all, ...rest.sort((a, b) => a.textContent.localeCompare(b.textContent)));
    }
  }

  // What is sorted goes back to its groups before others join them.
  function asListed(form) {
    const order = form.elements.namedItem("order");
    if (!order?.value) return;
    order.value = "";
    form.dispatchEvent(new Event("input"));
  }

  async function pageAt(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    madeAbsolute(page, address);
    return page;
  }

  async function bringAll(form, button) {
    const addresses = button.dataset.exParts.split(" ").map((address) => new URL(address, location).href);
    const here = Number(button.dataset.exNumber) - 1;
    button.disabled = true;
    try {
      const pages = await Promise.all(addresses.map((address, number) => (number === here ? null : pageAt(address))));
      asListed(form);
      for (const page of pages) if (page) addChoices(form, page);
      join(pages);
      for (const nav of document.querySelectorAll(".ex-parts")) nav.remove();
      form.elements.namedItem("parts").value = "all";
      button.remove();
      form.dispatchEvent(new Event("ex-joined"));
    } catch {
      button.disabled = false;
      button.textContent = button.dataset.exFailed;
    }
  }

  function begin() {
    for (const button of document.querySelectorAll(".ex-filters [data-ex-parts]")) {
      button.addEventListener("click", () => bringAll(button.form, button));
      if (new URLSearchParams(location.search).get("parts") === "all") bringAll(button.form, button);
    }
  }

  if (window.document$) window.document$.subscribe(begin);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
