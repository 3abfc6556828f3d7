// SPDX-License-Identifier: MIT
// The search page: asks the index that Pagefind made, shows what it finds, keeps what was asked in the address.

/** @typedef {Record<string, Record<string, number>>} Counts by filter and value: how many events */
/** @typedef {{ title: string, url: string, excerpt: string, plain_excerpt: string }} Section of a page, where words were found */
/** @typedef {{ url: string, raw_content: string, meta: Record<string, string>, sub_results: Section[] }} Fragment */
/** @typedef {{ results: { data: () => Promise<Fragment> }[], filters: Counts, totalFilters: Counts }} Found */
/**
 * @typedef {object} Pagefind
 * @property {(options: { noWorker: boolean }) => Promise<void>} options
 * @property {() => Promise<Counts>} filters
 * @property {(words: string | null, asked: object) => Promise<Found>} search
 */

const AT_ONCE = 20;
const SECTIONS = 2; // of a page that are quoted, besides its own account
const WORDS = 30; // of an excerpt, unless its section is shorter
const PAUSE_MS = 150; // after a key, so that a word that is being typed is asked for once
const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
const box = /** @type {HTMLInputElement} */ (document.getElementById("q"));
const filters = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select:not(#sort)")]);
const sort = /** @type {HTMLSelectElement} */ (document.getElementById("sort"));
const choices = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
const said = /** @type {HTMLElement} */ (document.getElementById("found"));
const list = /** @type {HTMLElement} */ (document.getElementById("results"));
const more = /** @type {HTMLButtonElement} */ (document.getElementById("more"));
const card = /** @type {HTMLTemplateElement} */ (document.getElementById("card"));
const languages = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });

/** @type {Pagefind} */ let pagefind;
/** @type {Counts | null} */ let everything = null; // in a long timeline it is large: loaded with the first need
/** @type {Found["results"]} */ let waiting = [];
let turn = 0;
let pause = 0;

start();

async function start() {
  offerSlash();
  try {
    pagefind = await import("../pagefind/pagefind.js");
    await pagefind.options({ noWorker: true }); // a worker's address would need a policy of trusted types
    recall();
    if (choices.open) everything = await pagefind.filters();
    else await pagefind.search(""); // so that an index that cannot be read shows now
  } catch {
    return; // the page goes on saying that there is no index
  }
  form.hidden = false;
  /** @type {HTMLElement} */ (document.getElementById("missing")).hidden = true;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE_MS);
  });
  choices.addEventListener("toggle", async () => {
    if (!choices.open || everything) return;
    everything = await pagefind.filters();
    ask();
  });
  form.addEventListener("change", (event) => event.target !== box && ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    await show(turn);
    list.children[first]?.querySelector("a")?.focus();
  });
  await ask();
}

/** Put what the address asks for into the form; a filter that it names shows, all of them where there is room. */
function recall() {
  const asked = new URLSearchParams(location.search);
  box.value = asked.get("q") ?? "";
  for (const select of [...filters, sort]) {
    const value = asked.get(select.name) ?? "";
    if (select !== sort && value) select.add(new Option(labelOf(select.name, value), value));
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }
  choices.open = matchMedia("(min-width: 40rem)").matches || [...filters, sort].some((select) => select.value);
}

/** Put what the form asks for into the address. */
function remember() {
  const asked = new URLSearchParams();
  for (const field of [box, ...filters, sort]) if (field.value.trim()) asked.set(field.name, field.value.trim());
  history.replaceState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}${location.hash}`);
}

/** Ask for what the form says, and show the first of what is found; a later question overtakes this one. */
async function ask() {
  clearTimeout(pause);
  const mine = ++turn;
  remember();
  const words = box.value.trim();
  const chosen = filters.filter((select) => select.value);
  const isAsked = Boolean(words || chosen.length);
  const wanted = Object.fromEntries(chosen.map((select) => [select.name, select.value]));
  const order = SORTS[/** @type {keyof typeof SORTS} */ (sort.value)] ?? {};
  const found = isAsked ? await pagefind.search(words || null, { filters: wanted, sort: order }) : null;
  if (mine !== turn) return;
  for (const select of filters) {
    const counts = found ? (select.value ? found.totalFilters : found.filters) : everything;
    if (everything) offer(select, counts?.[select.name] ?? {}, !select.value);
  }
  waiting = found ? found.results : [];
  list.replaceChildren();
  await show(mine);
  if (mine !== turn) return;
  const count = found ? found.results.length : 0;
  said.textContent = found ? (count ? `${said.dataset.found} ${count}` : said.dataset.none ?? "") : "";
}

/**
 * Show the next events.
 * @param {number} mine The question that they answer.
 */
async function show(mine) {
  const next = waiting.slice(0, AT_ONCE);
  const fragments = await Promise.all(next.map((one) => one.data()));
  if (mine !== turn) return;
  waiting = waiting.slice(AT_ONCE);
  list.append(...fragments.map(cardOf));
  more.hidden = waiting.length === 0;
}

/**
 * What can be chosen of one filter; a value that is chosen stays, and where there is no choice there is no filter.
 * @param {HTMLSelectElement} select
 * @param {Record<string, number>} counts
 * @param {boolean} withCounts
 */
function offer(select, counts, withCounts) {
  const chosen = select.value;
  const known = Object.entries(counts).filter(([value, count]) => count || value === chosen || !withCounts);
  if (chosen && !(chosen in counts)) known.push([chosen, 0]);
  const options = known.map(([value, count]) => {
    const label = labelOf(select.name, value);
    return new Option(withCounts ? `${label} (${count})` : label, value, false, value === chosen);
  });
  options.sort(select.name === "year" ? laterFirst : (one, other) => one.text.localeCompare(other.text, document.documentElement.lang));
  select.replaceChildren(select.options[0], ...options);
  /** @type {HTMLElement} */ (select.parentElement).hidden = options.length < 2 && !chosen;
}

/**
 * A value as the reader knows it.
 * @param {string} name
 * @param {string} value
 * @returns {string}
 */
function labelOf(name, value) {
  if (name === "year") return document.querySelector(`[data-year="${CSS.escape(value)}"]`)?.textContent ?? value;
  if (name !== "language") return value;
  try {
    return languages.of(value) ?? value;
  } catch {
    return value;
  }
}

/**
 * The order of two years by time, the last one first.
 * @param {HTMLOptionElement} one
 * @param {HTMLOptionElement} other
 * @returns {number}
 */
function laterFirst(one, other) {
  const [first, second] = [one, other].map(({ value }) => (value.endsWith("-bce") ? -parseInt(value, 10) : Number(value)));
  return second - first;
}

/**
 * The card of an event, as lists show it, with the places where the words were found. What stands in a
 * section is quoted under its heading: a claim, or what is not known, must not look like the account.
 * @param {Fragment} fragment
 * @returns {Element}
 */
function cardOf(fragment) {
  const { meta } = fragment;
  const made = /** @type {Element} */ (/** @type {DocumentFragment} */ (card.content.cloneNode(true)).firstElementChild);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (made.querySelector(name));
  made.classList.toggle("card-context", Boolean(meta.kind));
  part(".badge").classList.add(`badge-${meta.badge}`);
  part("a").setAttribute("href", fragment.url);
  for (const worded of [part(".card-title"), part(".card-summary"), part(".card-found span")]) {
    worded.lang = meta.lang;
    worded.dir = meta.dir;
  }
  const texts = { ".card-kind": meta.kind, a: meta.title, ".badge": meta.verification, ".card-when": meta.when };
  const facts = { ".card-where": meta.where, ".card-type": meta.type, ".card-sources span": meta.sources };
  for (const [name, text] of Object.entries({ ...texts, ...facts })) {
    if (text) part(name).textContent = text;
    else part(name).remove();
  }
  const sections = box.value.trim() ? fragment.sub_results : [];
  const account = sections.find((section) => section.url === fragment.url);
  if (account) part(".card-summary").append(...excerptOf(account, fragment.raw_content.startsWith(account.plain_excerpt)));
  else part(".card-summary").textContent = meta.summary ?? "";
  const line = part(".card-found");
  for (const section of sections.filter((one) => one !== account).slice(0, SECTIONS)) {
    const copy = /** @type {HTMLElement} */ (line.cloneNode(true));
    const heading = /** @type {HTMLAnchorElement} */ (copy.querySelector("a"));
    heading.href = section.url;
    heading.textContent = section.title;
    copy.querySelector("span")?.append(...excerptOf(section, section.plain_excerpt.startsWith(section.title)));
    line.before(copy);
  }
  line.remove();
  return made;
}

/**
 * The words around what was found, which is marked; the index gives them as text with <mark> and two entities.
 * @param {Section} section
 * @param {boolean} isStart Whether the section begins with them; its heading is not said twice.
 * @returns {(string | Node)[]}
 */
function excerptOf({ title, excerpt, plain_excerpt: plain }, isStart) {
  const parts = excerpt.split(/<\/?mark>/).map((part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  if (isStart && parts[0].startsWith(`${title}. `)) parts[0] = parts[0].slice(title.length + 2);
  const marked = parts.map((part, place) => {
    if (place % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
  return [isStart ? "" : "… ", ...marked, plain.split(/\s+/).length < WORDS ? "" : " …"];
}

/** Let the reader switch the key / off, which speech input and some keyboards press unasked. */
function offerSlash() {
  const line = /** @type {HTMLElement} */ (document.getElementById("slash"));
  const tick = /** @type {HTMLInputElement} */ (line.querySelector("input"));
  try {
    tick.checked = localStorage.getItem("dateline-slash") !== "off";
    tick.addEventListener("change", () => localStorage.setItem("dateline-slash", tick.checked ? "on" : "off"));
    line.hidden = false;
  } catch {
    line.hidden = true; // the browser keeps nothing for this site
  }
}
