// SPDX-License-Identifier: MIT
/**
 * The form by which events are chosen: a stretch of time, and values of each facet with live counts.
 * @module
 */

import { FACETS } from "./marks.js";
import { CHANGED, selection } from "./selection.js";
import { figures, stretchOf } from "./timescale.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {import("./marks.js").Values} Values */
/** @typedef {import("./selection.js").Outcome} Outcome */

const [SHOWN, FEW] = [30, 8];

/** The form within its frame. */
export class Filters {
  /**
   * @param {HTMLFormElement} form @param {import("./marks.js").Marks} marks
   * @param {Record<Facet | "role", Values>} values
   */
  constructor(form, marks, values) {
    this.form = form;
    this.marks = marks;
    this.facets = FACETS.flatMap((facet) => {
      const box = form.querySelector(`[data-facet="${facet}"]`);
      return box ? [new FacetBox(/** @type {HTMLElement} */ (box), facet, marks, values)] : [];
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#range();
    });
    form.addEventListener("change", (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (field.name === "from" || field.name === "to") this.#range();
    });
    document.addEventListener(CHANGED, (event) => this.show(/** @type {CustomEvent<Outcome>} */ (event).detail));
    if (selection.outcome) this.show(selection.outcome);
  }

  /** @param {"from" | "to"} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  #range() {
    const wrong = /** @type {HTMLElement} */ (this.form.querySelector(".filters-wrong"));
    const [from, to] = [this.#field("from"), this.#field("to")];
    const bad = [from, to].filter((field) => field.value.trim() && !stretchOf(field.value));
    for (const field of [from, to]) {
      if (bad.includes(field)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    wrong.textContent = bad.length ? (wrong.dataset.says ?? "").replace("{text}", bad[0].value) : "";
    if (!bad.length) void selection.change({ from: from.value.trim(), to: to.value.trim() });
  }

  /** @param {Outcome} outcome */
  show(outcome) {
    for (const name of /** @type {const} */ (["from", "to"])) {
      const field = this.#field(name);
      if (field !== document.activeElement || stretchOf(field.value)) field.value = outcome.state[name];
    }
    for (const facet of this.facets) facet.show(outcome);
  }
}

/** The values of one facet. */
class FacetBox {
  /**
   * @param {HTMLElement} box @param {Facet} facet @param {import("./marks.js").Marks} marks
   * @param {Record<Facet | "role", Values>} values
   */
  constructor(box, facet, marks, values) {
    this.box = box;
    this.facet = facet;
    this.marks = marks;
    this.values = values[facet].values;
    this.beyond = values[facet].more;
    this.labels = new Map(this.values.map(([key, label]) => [key, label]));
    this.list = /** @type {HTMLElement} */ (box.querySelector(".values"));
    this.mode = /** @type {HTMLSelectElement} */ (box.querySelector("[name$='-is']"));
    this.sought = /** @type {HTMLInputElement | null} */ (box.querySelector("[type=search]"));
    this.role = /** @type {HTMLSelectElement | null} */ (box.querySelector("[name=role]"));
    box.hidden = !this.values.length;
    if (this.sought) /** @type {HTMLElement} */ (this.sought.closest("label")).hidden = this.values.length <= FEW;
    for (const [key, label] of this.role ? values.role.values : []) this.role?.add(new Option(label, key));
    this.mode.addEventListener("change", () => this.#change());
    this.list.addEventListener("change", (event) => this.#toggle(/** @type {HTMLInputElement} */ (event.target)));
    this.role?.addEventListener("change", () => this.#list());
    this.sought?.addEventListener("input", () => this.#list());
  }

  /** @param {Outcome} outcome */
  show({ state, counts }) {
    this.state = state;
    this.counts = counts && counts[this.facet];
    this.mode.value = state.mode[this.facet];
    const count = state.chosen[this.facet].length;
    const many = /** @type {HTMLElement} */ (this.box.querySelector(".facet-chosen"));
    many.textContent = count ? ` (${figures(count, this.marks.words)})` : "";
    this.#list();
  }

  /** The values that are chosen, and the most frequent of all or of those that are sought. */
  #list() {
    const chosen = this.state?.chosen[this.facet] ?? [];
    const sought = (this.sought?.value ?? "").trim().toLocaleLowerCase();
    const role = this.role?.value ? `:${this.role.value}` : "";
    const keys = this.values.map(([key]) => `${key}${role}`).filter((key) => !role || this.marks.keys.actor.has(key));
    const fit = keys.filter((key) => !sought || this.label(key).toLocaleLowerCase().includes(sought));
    const shown = new Set([...chosen, ...fit.slice(0, SHOWN)]);
    const sorted = [...chosen.filter((key) => !keys.includes(key)), ...keys.filter((key) => shown.has(key))];
    this.#rows(sorted, chosen);
    const more = /** @type {HTMLElement} */ (this.box.querySelector(".more"));
    more.hidden = fit.length + this.beyond <= SHOWN;
    if (this.role && role && !this.marks.complete) void selection.readAll();
  }

  /** @param {string[]} keys @param {string[]} chosen */
  #rows(keys, chosen) {
    const known = new Map([...this.list.children].map((one) => [/** @type {HTMLElement} */ (one).dataset.key, one]));
    const rows = keys.map((key) => known.get(key) ?? this.#row(key));
    const same = rows.length === this.list.children.length && rows.every((row, at) => row === this.list.children[at]);
    if (!same) {
      const focused = document.activeElement;
      this.list.replaceChildren(...rows);
      if (focused instanceof HTMLElement && this.list.contains(focused)) focused.focus();
    }
    for (const row of rows) {
      const [box, count] = [row.querySelector("input"), row.querySelector(".count")];
      const key = /** @type {HTMLInputElement} */ (box).value;
      /** @type {HTMLInputElement} */ (box).checked = chosen.includes(key);
      const number = this.#count(key);
      /** @type {HTMLElement} */ (count).textContent = number === null ? "" : figures(number, this.marks.words);
      row.classList.toggle("none", number === 0);
    }
  }

  /** @param {string} key */
  #row(key) {
    const [row, label, box, count] = ["li", "label", "input", "span"].map((name) => document.createElement(name));
    Object.assign(box, { type: "checkbox", name: this.facet, value: key });
    count.className = "count";
    row.dataset.key = key;
    const words = document.createElement("span");
    words.textContent = this.label(key);
    words.dir = "auto";
    label.append(box, " ", words, " ", count);
    row.append(label);
    return row;
  }

  /** @param {string} key @returns {number | null} */
  #count(key) {
    const number = this.marks.keys[this.facet].get(key);
    if (this.counts) return number === undefined ? 0 : this.counts[number];
    return this.values.find(([one]) => one === key)?.[2] ?? null;
  }

  /** @param {string} key */
  label(key) {
    const [id, role] = key.split(":");
    if (this.facet !== "actor" || !role) return this.labels.get(key) ?? key;
    const words = [...(this.role?.options ?? [])].find((one) => one.value === role)?.text ?? role;
    return `${this.labels.get(id) ?? id} (${words})`;
  }

  /** @param {HTMLInputElement} box */
  #toggle(box) {
    const others = selection.state.chosen[this.facet].filter((key) => key !== box.value);
    void selection.change({ chosen: { [this.facet]: box.checked ? [...others, box.value] : others } });
  }

  #change() {
    void selection.change({ mode: { [this.facet]: /** @type {import("./selection.js").Mode} */ (this.mode.value) } });
  }
}
