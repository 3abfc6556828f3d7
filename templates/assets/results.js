// SPDX-License-Identifier: MIT
/**
 * The chosen events as a list in place of the whole one, with what can be done with it: copy its
 * address, download it, take a choice back.
 * @module
 */

import { csv, json, rowsOf, save } from "./download.js";
import { FACETS } from "./marks.js";
import { CHANGED, FAILED, PROGRESS, selection } from "./selection.js";
import { figures } from "./timescale.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {(facet: Facet, key: string) => string} Label */

const PAGE = 20;

/** The list and its head. */
export class Results {
  /**
   * @param {HTMLElement} box @param {Label} label @param {string} root the way to the pages
   * @param {string} records the way to the data
   */
  constructor(box, label, root, records) {
    this.box = box;
    this.label = label;
    this.root = root;
    this.records = records;
    this.said = this.#part(".found");
    this.list = this.#part(".cards");
    this.chosen = this.#part(".chosen");
    this.more = this.#part("[data-act=more]");
    this.shown = PAGE;
    box.addEventListener("click", (event) => {
      const button = /** @type {Element} */ (event.target).closest("button");
      if (button) void this.#act(button);
    });
    document.addEventListener(CHANGED, (event) => {
      this.shown = PAGE;
      void this.show(/** @type {CustomEvent} */ (event).detail);
    });
    document.addEventListener(PROGRESS, (event) => {
      const { done, of } = /** @type {CustomEvent} */ (event).detail;
      if (of > PAGE && done < of && done % PAGE === 0) this.#say("reading", done, of);
    });
    document.addEventListener(FAILED, () => this.#say("failed"));
    if (selection.outcome) void this.show(selection.outcome);
  }

  /** @param {string} selector @returns {HTMLElement} */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.box.querySelector(selector));
  }

  /** @param {string} what @param {number} [number] @param {number} [total] */
  #say(what, number = 0, total = 0) {
    const words = selection.outcome?.marks.words;
    const shown = (/** @type {number} */ value) => (words ? figures(value, words) : String(value));
    const text = (this.said.dataset[what] ?? "").replace("{number}", shown(number)).replace("{total}", shown(total));
    if (this.said.textContent !== text) this.said.textContent = text;
  }

  /** @param {import("./selection.js").Outcome} outcome */
  async show(outcome) {
    const { active, indexes, marks, total, state } = outcome;
    document.body.classList.toggle("choosing", active);
    this.#part(".results-body").hidden = !active;
    if (!active) {
      this.said.textContent = "";
      this.list.replaceChildren();
      return;
    }
    this.#say("found", total, marks.count);
    this.chosen.replaceChildren(...this.#choices(state));
    const first = [...(indexes ?? []).slice(0, this.shown)];
    try {
      await marks.nameAll(first);
    } catch {
      this.#say("failed");
      return;
    }
    if (selection.outcome !== outcome) return;
    const kept = this.list.children.length <= first.length && this.shown > PAGE ? this.list.children.length : 0;
    const cards = first.slice(kept).map((index) => this.#card(marks, index));
    if (kept) this.list.append(...cards);
    else this.list.replaceChildren(...cards);
    if (kept) /** @type {HTMLElement | null} */ (cards[0]?.querySelector("a"))?.focus();
    this.more.hidden = total <= this.shown;
  }

  /** @param {import("./marks.js").Marks} marks @param {number} index */
  #card(marks, index) {
    const named = /** @type {import("./marks.js").Named} */ (marks.named(index));
    const item = made("li", "card");
    const heading = made("h3");
    heading.lang = named.lang;
    heading.dir = "auto";
    const link = made("a", "", named.title);
    link.setAttribute("href", `${this.root}events/${named.id}.html`);
    heading.append(link);
    const facts = made("p", "card-facts");
    const key = marks.keysOf(index, "verification")[0] ?? "";
    facts.append(made("span", `badge badge-${key}`, this.label("verification", key)), " ", made("span", "card-when", named.when));
    for (const place of named.where) facts.append(" ", made("span", "card-where", place));
    for (const type of marks.keysOf(index, "type")) facts.append(" ", made("span", "card-type", this.label("type", type)));
    item.append(heading, facts);
    return item;
  }

  /** @param {import("./selection.js").State} state */
  *#choices(state) {
    for (const end of /** @type {const} */ (["from", "to"])) {
      if (state[end]) yield this.#choice(`${this.chosen.dataset[end]} ${state[end]}`, { end });
    }
    for (const facet of FACETS) {
      const mode = state.mode[facet] === "any" ? "" : `${this.chosen.dataset.comma}${this.chosen.dataset[state.mode[facet]]}`;
      for (const key of state.chosen[facet]) {
        yield this.#choice(`${this.chosen.dataset[facet]}${mode}: ${this.label(facet, key)}`, { facet, key });
      }
    }
  }

  /** @param {string} text @param {Record<string, string>} what */
  #choice(text, what) {
    const item = made("li");
    const button = made("button", "chip", text);
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", (this.chosen.dataset.remove ?? "").replace("{choice}", text));
    Object.assign(button.dataset, what);
    const cross = made("span", "", " ×");
    cross.setAttribute("aria-hidden", "true");
    button.append(cross);
    item.append(button);
    return item;
  }

  /** @param {HTMLButtonElement} button */
  async #act(button) {
    const { act, end, facet, key } = button.dataset;
    const outcome = selection.outcome;
    if (!outcome) return;
    if (end || facet) this.#remove(button, end, /** @type {Facet} */ (facet), key);
    else if (act === "clear") {
      await selection.clear();
      /** @type {HTMLElement | null} */ (document.querySelector(".filters > summary"))?.focus();
    } else if (act === "more") {
      this.shown += PAGE;
      await this.show(outcome);
    } else if (act === "copy") await this.#copy();
    else if (act === "csv" || act === "json") await this.#save(act, outcome);
  }

  /**
   * @param {HTMLButtonElement} button @param {string | undefined} end @param {Facet} facet
   * @param {string | undefined} key
   */
  #remove(button, end, facet, key) {
    const next = button.closest("li")?.nextElementSibling ?? button.closest("li")?.previousElementSibling;
    const place = next ? [...this.chosen.children].indexOf(next) - (next.previousElementSibling === button.closest("li") ? 1 : 0) : -1;
    const told = end
      ? selection.change({ [end]: "" })
      : selection.change({ chosen: { [facet]: selection.state.chosen[facet].filter((one) => one !== key) } });
    void told.then(() => {
      const left = place >= 0 ? this.chosen.children[place]?.querySelector("button") : null;
      /** @type {HTMLElement | null} */ (left ?? document.querySelector(".filters > summary"))?.focus();
    });
  }

  async #copy() {
    const field = /** @type {HTMLInputElement} */ (this.#part(".copied-address"));
    field.value = selection.address;
    try {
      await navigator.clipboard.writeText(field.value);
      this.#say("copied");
    } catch {
      field.hidden = false; // the reader copies it by hand
      field.select();
      this.#say("copy");
    }
  }

  /** @param {"csv" | "json"} kind @param {import("./selection.js").Outcome} outcome */
  async #save(kind, { marks, indexes }) {
    try {
      const rows = await rowsOf(marks, indexes ?? [], this.label, this.root, this.records);
      const text = kind === "csv" ? csv(rows) : json(rows, selection.address, this.box.dataset.title ?? "");
      save(`selection.${kind}`, kind === "csv" ? "text/csv" : "application/json", text);
      this.#say("saved", rows.length);
    } catch {
      this.#say("failed");
    }
  }
}

/**
 * @param {string} name @param {string} [kind] @param {string} [text]
 */
function made(name, kind = "", text = "") {
  const one = document.createElement(name);
  if (kind) one.className = kind;
  if (text) one.textContent = text;
  return one;
}
