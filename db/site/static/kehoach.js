// Conveniences on top of pages that work without: evidence beside the matrix, the menu on small screens.
"use strict";

(() => {
  const small = matchMedia("(max-width: 45rem)").matches;
  if (small) document.querySelectorAll(".menu, .fold, .side .list").forEach((one) => one.removeAttribute("open"));

  // Filters apply when a choice is made; typing waits for Enter.
  document.querySelectorAll(".filters select").forEach((select) =>
    select.addEventListener("change", () => select.form.requestSubmit()));
  // Empty filters stay out of the address.
  document.querySelectorAll("form.filters").forEach((form) => form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  }));
  addEventListener("pageshow", () => document.querySelectorAll("form.filters :disabled").forEach((field) => { field.disabled = false; }));

  const matrix = document.querySelector("form.matrix");
  const panel = document.getElementById("evidence");
  if (!matrix || !panel) return;
  const show = async (id, push) => {
    const address = new URL(location.href);
    const ask = new URL(matrix.dataset.cell, location.href);
    ask.searchParams.set("cell", id);
    if (address.searchParams.get("lang")) ask.searchParams.set("lang", address.searchParams.get("lang"));
    const answer = await fetch(ask);
    const words = await answer.text();
    if (answer.ok) panel.innerHTML = words; else panel.textContent = words;
    document.getElementById("split").classList.add("open");
    matrix.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    matrix.querySelector(`button[value="${CSS.escape(id)}"]`)?.setAttribute("aria-current", "true");
    if (push) { address.searchParams.set("cell", id); history.pushState({ cell: id }, "", address); }
    if (matchMedia("(max-width: 62rem)").matches) panel.scrollIntoView({ block: "start" });
  };
  matrix.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "cell") return;
    event.preventDefault();
    show(event.submitter.value, true);
  });
  addEventListener("popstate", () => {
    const id = new URL(location.href).searchParams.get("cell");
    if (id) show(id, false); else location.reload();
  });
})();

// Ticked plans stay in the address, in the links of this page and in its filters.
(() => {
  const form = document.getElementById("pick");
  if (!form) return;
  const most = Number(form.dataset.most);
  const boxes = [...document.querySelectorAll("input[name=plan][type=checkbox]")];
  const button = form.querySelector("button");
  const count = form.querySelector(".count");
  const words = count.textContent;
  const kept = (address, plans) => {
    const url = new URL(address, location.href);
    url.searchParams.delete("plan");
    for (const plan of plans) url.searchParams.append("plan", plan);
    return url;
  };
  const order = new URL(location.href).searchParams.getAll("plan");
  const changed = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    const plans = [...new Set([...order.filter((plan) => ticked.includes(plan)), ...ticked])];
    order.splice(0, order.length, ...plans);
    history.replaceState(history.state, "", kept(location.href, plans));
    for (const link of document.querySelectorAll(".pager a, .switch a, a.sort, a.foldlink, a.lang")) link.href = kept(link.href, plans);
    for (const filters of document.querySelectorAll("form.filters")) {
      filters.querySelectorAll("input[type=hidden][name=plan]").forEach((one) => one.remove());
      for (const plan of plans) filters.append(Object.assign(document.createElement("input"), { type: "hidden", name: "plan", value: plan }));
    }
    for (const box of boxes) box.disabled = !box.checked && plans.length >= most;
    button.disabled = plans.length < 2;
    count.textContent = plans.length ? `${plans.length}/${most}` : words;
    form.classList.toggle("none", !plans.length);
  };
  for (const box of boxes) box.addEventListener("change", changed);
  // The order in which plans were ticked decides which one the others are held against.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const url = new URL(form.action);
    for (const field of form.querySelectorAll("input[type=hidden]")) url.searchParams.set(field.name, field.value);
    location.assign(kept(url, order));
  });
  addEventListener("pageshow", changed);
  changed();
})();

// Review by keyboard: j and k move, a d o decide, u undoes, m takes, n writes a note, r chooses why; what is written and not sent is kept in this tab.
(() => {
  if (!document.body.classList.contains("reviewing")) return;
  const current = document.querySelector(".queue li.current");
  if (current) current.parentElement.scrollTop = current.offsetTop - current.parentElement.offsetTop - 80;
  const boxes = [...document.querySelectorAll("#bulk input[name=finding]")];
  const all = document.getElementById("all");
  const count = document.querySelector("#bulk .count");
  const ticked = () => {
    const made = boxes.filter((box) => box.checked).length;
    if (count) count.textContent = made ? String(made) : "";
    if (all) all.checked = made > 0 && made === boxes.length;
  };
  if (all) {
    all.closest("label").hidden = false;
    all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; ticked(); });
  }
  for (const box of boxes) box.addEventListener("change", ticked);
  addEventListener("pageshow", ticked);

  const form = document.getElementById("decide");
  // Whoever dismisses says why before it is sent; without scripts the page says so.
  const why = document.getElementById("grounds");
  form?.addEventListener("submit", (event) => {
    if (event.submitter?.value !== "dismissed" || why.value || document.getElementById("note").value.trim()) return why?.setCustomValidity("");
    event.preventDefault();
    event.stopImmediatePropagation();
    why.setCustomValidity(why.options[0].text);
    why.reportValidity();
    why.focus();
  });
  why?.addEventListener("change", () => why.setCustomValidity(""));
  // A note that was begun is there again when one comes back to the finding.
  const about = form?.querySelector("input[name=finding]").value;
  for (const area of form?.elements ?? []) {
    if (area.localName !== "textarea") continue;
    const kept = `${about} ${area.name}`;
    const begun = sessionStorage.getItem(kept);
    if (begun !== null && area.value === area.defaultValue) area.value = begun;
    area.addEventListener("input", () => sessionStorage.setItem(kept, area.value));
    form.addEventListener("submit", () => sessionStorage.removeItem(kept));
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const field = { n: "note", r: "grounds" }[event.key];
    if (field) { document.getElementById(field)?.focus(); event.preventDefault(); return; }
    const wanted = document.querySelector(`main [data-key="${CSS.escape(event.key)}"]`);
    if (wanted) { event.preventDefault(); wanted.click(); }
  });
})();
