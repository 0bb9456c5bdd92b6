/*
 * What the page does where scripts run: search, filters, sorting. Without it all is there to read. It stores nothing and
 * loads nothing.
 */

interface Row {
  element: HTMLTableRowElement;
  text: string;
}

const form = document.querySelector<HTMLFormElement>("#filters");
const search = document.querySelector<HTMLInputElement>("#search");
const shown = document.querySelector<HTMLOutputElement>("#shown");
const all = document.querySelector<HTMLButtonElement>("#all");
const selects = [...document.querySelectorAll<HTMLSelectElement>("select[data-filter]")];
let known: Row[] | undefined;

/** Read once: the text of a thousand rows takes longer than a search in it. */
function rows(): Row[] {
  known ??= [...document.querySelectorAll<HTMLTableRowElement>("table.people tbody tr")].map((element) => ({
    element,
    text: (element.textContent ?? "").toLowerCase(),
  }));
  return known;
}

/** A row has one value of a filter, or several with blanks between them; a text with blanks is one value. */
function fits({ dataset }: HTMLElement, key: string, value: string): boolean {
  const own = dataset[key] ?? "";
  return own === value || ((key === "a" || key === "k") && own.split(" ").includes(value));
}

function apply(): void {
  const words = (search?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = selects.filter(({ value }) => value !== "");
  let count = 0;
  for (const { element, text } of rows()) {
    const isShown =
      words.every((word) => text.includes(word)) &&
      chosen.every(({ dataset, value }) => fits(element, dataset.filter ?? "", value));
    if (isShown) count += 1;
    if (element.hidden === isShown) element.hidden = !isShown;
  }
  const isFiltered = words.length + chosen.length > 0;
  if (shown) shown.textContent = isFiltered ? `${count} of ${rows().length} people` : "";
  if (all) all.hidden = !isFiltered;
}

function showAll(): void {
  form?.reset();
  apply();
}

function showOnly(kind: string): void {
  form?.reset();
  for (const select of selects) if (select.dataset.filter === "k") select.value = kind;
  apply();
  document.querySelector("#people")?.scrollIntoView();
  search?.focus({ preventScroll: true });
}

/** A link leads to its row, whatever is filtered. */
function reveal(id: string): void {
  const row = document.getElementById(id);
  if (row?.hidden) showAll();
}

const order = new Intl.Collator("en", { numeric: true });

function sortValue(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.dataset.v ?? cell?.textContent ?? "";
}

/** What has no value comes last in either direction; equal ones keep their order. */
function sort(table: HTMLTableElement, column: number, isDescending: boolean): void {
  const body = table.tBodies[0];
  if (!body) return;
  const keyed = [...body.rows].map((row) => ({ row, value: sortValue(row, column) }));
  keyed.sort((one, other) => {
    if (one.value === "" || other.value === "") return Number(one.value === "") - Number(other.value === "");
    return order.compare(one.value, other.value) * (isDescending ? -1 : 1);
  });
  body.append(...keyed.map(({ row }) => row));
}

function makeSortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isAscending = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isAscending ? "descending" : "ascending");
      sort(table, column, isAscending);
    });
  }
}

/** On paper everything is open. */
function openForPrint(): void {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.setAttribute("open", "");
  const close = () => {
    for (const one of closed) one.removeAttribute("open");
  };
  addEventListener("afterprint", close, { once: true });
}

function onKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search?.focus();
  }
  if (event.key === "Escape" && event.target === search) showAll();
}

if (form) form.hidden = false;
form?.addEventListener("input", apply);
form?.addEventListener("submit", (event) => event.preventDefault());
all?.addEventListener("click", showAll);
addEventListener("keydown", onKey);
addEventListener("beforeprint", openForPrint);
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (link) reveal(link.hash.slice(1));
});
for (const table of document.querySelectorAll<HTMLTableElement>("table:not(.numbers)")) makeSortable(table);
for (const button of document.querySelectorAll<HTMLButtonElement>("button.only")) {
  button.hidden = false;
  button.addEventListener("click", () => showOnly(button.dataset.only ?? ""));
}
// A browser may keep what was chosen before a reload.
apply();
