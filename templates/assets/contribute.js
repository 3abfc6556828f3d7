// SPDX-License-Identifier: MIT
/**
 * The form by which an event is added: it checks what is typed, shows the file, and leads to GitHub with it.
 *
 * Nothing typed leaves the page before the reader opens GitHub or copies the text: no control has a
 * name, nothing is stored, and the address of the page stays as it is.
 * @module
 */

import { alike } from "./alike.js";
import { draft } from "./draft.js";
import { parsed } from "./edtf.js";
import { faultOf, missing } from "./event-checks.js";
import { Known } from "./known.js";
import { Marks } from "./marks.js";
import { trimmed } from "./shown.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {import("./event-checks.js").Rules} Rules */
/** @typedef {import("./event-checks.js").Told} Told */
/** @typedef {import("./draft.js").Fields} Fields */

/** An address that servers and browsers take for certain, in bytes. */
const LONGEST_ADDRESS = 6_000;
const A_MOMENT = 300;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.contribute"));

/** The form, once it knows the rules. */
class Contribution {
  /**
   * @param {HTMLFormElement} form @param {Rules} rules @param {Known} known @param {Marks | null} marks
   */
  constructor(form, rules, known, marks) {
    this.form = form;
    this.rules = rules;
    this.known = known;
    this.marks = marks;
    /** Ids that other events about that day have. @type {Set<string>} */
    this.taken = new Set();
    this.asked = "";
    this.isComplete = false; // whether somebody said that the answers are
    this.waiting = 0;
    form.addEventListener("input", (event) => this.#typed(/** @type {Control} */ (event.target)));
    form.addEventListener("change", (event) => this.#check(/** @type {Control} */ (event.target)));
    form.querySelector("[data-act=copy]")?.addEventListener("click", () => this.#copy());
    this.open = /** @type {HTMLAnchorElement | null} */ (form.querySelector("#open"));
    this.open?.addEventListener("click", (event) => this.#leave(event));
    this.show();
    for (const control of this.#controls()) if (control.value) this.#check(control);
  }

  /** @returns {Control[]} */
  #controls() {
    return [...this.form.querySelectorAll("[data-path]")].map((one) => /** @type {Control} */ (one));
  }

  /** What is answered, as it goes into the file. @returns {Fields} */
  get fields() {
    /** @type {any} */
    const fields = {};
    /** @type {Map<Element, any>} */
    const rows = new Map();
    for (const control of this.#controls()) {
      const value = trimmed(control.value);
      const row = control.closest(".asked-row");
      if (!value) continue;
      const [name, part] = (control.dataset.path ?? "").split(".");
      if (!row) fields[name] = value;
      else if (!part) (fields[name] ??= []).push(value);
      else {
        if (!rows.has(row)) {
          rows.set(row, {});
          (fields[name] ??= []).push(rows.get(row));
        }
        rows.get(row)[part] = value;
      }
    }
    return fields;
  }

  /** Show the file that the answers make, and where it goes. */
  show() {
    const { path, text } = this.#file();
    /** @type {HTMLElement} */ (this.form.querySelector("#file-path")).textContent = path;
    /** @type {HTMLElement} */ (this.form.querySelector("#file-text")).textContent = text;
    if (this.open) this.open.href = this.#addresses()[0];
  }

  #file() {
    return draft(this.fields, this.taken, this.rules.ids, this.rules.order);
  }

  /** Where a new file is proposed, and whether its text has to be pasted. @returns {[string, boolean]} */
  #addresses() {
    const { path, text } = this.#file();
    const base = this.form.dataset.new ?? "";
    const whole = `${base}?${new URLSearchParams({ filename: path, value: text })}`;
    if (whole.length < LONGEST_ADDRESS) return [whole, false];
    return [`${base}?${new URLSearchParams({ filename: path })}`, true];
  }

  /** @param {Control} control */
  #typed(control) {
    const list = control.getAttribute("list");
    if (list) this.#offer(list, control.value);
    if (control.getAttribute("aria-invalid")) this.#check(control);
    this.show();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#compare(), A_MOMENT);
  }

  /**
   * @param {string} list the id of a datalist, which names what it offers @param {string} typed
   */
  #offer(list, typed) {
    const things = this.known.offered(list.split("-").slice(1), typed);
    document.getElementById(list)?.replaceChildren(...things.map(({ id, name }) => new Option(name || id, id)));
  }

  /**
   * Tell what is wrong with an answer. @param {Control} control @returns {boolean} whether nothing is
   */
  #check(control) {
    if (!control.dataset.path) return true;
    const told = this.#fault(control, trimmed(control.value));
    const place = document.getElementById(control.id.replace(/^f-/, "e-"));
    if (place) place.textContent = told ? sentence(told) : "";
    if (told) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    return !told;
  }

  /** @param {Control} control @param {string} value @returns {Told | null} */
  #fault(control, value) {
    const path = control.dataset.path ?? "";
    if (value) return faultOf(path, value, this.rules, this.known);
    return this.isComplete && this.#isNeeded(control) ? missing(path, this.rules) : null;
  }

  /** Whether an empty answer is one too few: the first row of a list, and what a row that is begun needs. @param {Control} control */
  #isNeeded(control) {
    const row = /** @type {HTMLElement | null} */ (control.closest(".asked-row"));
    if (!row) return true;
    const path = control.dataset.path ?? "";
    if (!path.includes(".")) return row.dataset.row === "0" && !(path in this.fields);
    return [...row.querySelectorAll("[data-path]")].some((one) => trimmed(/** @type {Control} */ (one).value));
  }

  /** Look for events that this one may be, once the answers have changed that tell. */
  async #compare() {
    const { date, type, place } = /** @type {Record<string, string>} */ (this.fields);
    const asked = JSON.stringify([date, type, place]);
    const day = parsed(date ?? "");
    if (asked === this.asked || !this.marks) return;
    this.asked = asked;
    const found = day ? await alike(day, type ?? "", place ?? "", this.marks, this.known) : { ids: new Set(), alike: [] };
    if (asked !== this.asked) return; // the answers have changed meanwhile
    this.taken = found.ids;
    this.#name(found.alike);
    this.show();
  }

  /** @param {import("./marks.js").Named[]} events */
  #name(events) {
    const box = /** @type {HTMLElement} */ (this.form.querySelector(".alike"));
    box.hidden = !events.length;
    box.querySelector("ul")?.replaceChildren(...events.map((one) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `${this.form.dataset.root}events/${one.id}.html`;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = one.title;
      link.lang = one.lang;
      link.dir = "auto";
      item.append(link, ` · ${[one.when, ...one.where].join(" · ")}`);
      return item;
    }));
  }

  /** Check everything, and lead to the first fault. @returns {boolean} whether there is none */
  #isSound() {
    this.isComplete = true;
    const faulty = this.#controls().filter((control) => !this.#check(control));
    const [first] = faulty;
    if (!first) return true;
    const hidden = first.closest("details");
    if (hidden) hidden.open = true;
    first.focus();
    this.#say("faults");
    return false;
  }

  /** @param {Event} event */
  #leave(event) {
    if (!this.#isSound()) {
      event.preventDefault();
      return;
    }
    const [address, isLong] = this.#addresses();
    if (!isLong) return;
    event.preventDefault();
    this.#write("long").finally(() => window.open(address, "_blank", "noopener,noreferrer"));
  }

  #copy() {
    if (this.#isSound()) void this.#write("copied");
  }

  /** Copy the text, and say so. @param {string} said */
  async #write(said) {
    try {
      await navigator.clipboard.writeText(this.#file().text);
      this.#say(said);
    } catch {
      getSelection()?.selectAllChildren(/** @type {HTMLElement} */ (this.form.querySelector("#file-text")));
      this.#say("failed");
    }
  }

  /** @param {string} what */
  #say(what) {
    say(this.form, what);
  }
}

/** What is wrong and what to do, on one line. @param {Told} told */
function sentence({ message, hint }) {
  if (!hint) return message;
  return `${message}${message.endsWith("?") ? " " : ". "}${hint}`;
}

/** @param {HTMLFormElement} form @param {string} what */
function say(form, what) {
  const place = /** @type {HTMLElement} */ (form.querySelector("#said"));
  place.textContent = place.dataset[what] ?? "";
}

/**
 * Add an empty row to a list. @param {HTMLButtonElement} button
 */
function addRow(button) {
  const name = button.dataset.more ?? "";
  const rows = button.closest("fieldset")?.querySelectorAll(".asked-row") ?? [];
  const row = /** @type {HTMLElement} */ (rows[0].cloneNode(true));
  const number = rows.length;
  row.dataset.row = String(number);
  for (const one of row.querySelectorAll("*")) {
    for (const attribute of ["id", "for", "aria-describedby"]) {
      const value = one.getAttribute(attribute);
      if (value) one.setAttribute(attribute, value.replaceAll(`-${name}-0`, `-${name}-${number}`));
    }
    if (one.matches(".wrong")) one.textContent = "";
    if (one.matches(".row-number")) one.textContent = (number + 1).toLocaleString(document.documentElement.lang);
    if (one.matches("[data-path]")) {
      /** @type {Control} */ (one).value = "";
      one.removeAttribute("aria-invalid");
      one.removeAttribute("aria-required");
    }
  }
  rows[rows.length - 1].after(row);
  /** @type {HTMLElement | null} */ (row.querySelector("[data-path]"))?.focus();
}

/** @param {string} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Read what the form needs; without the marks it works too. @param {HTMLFormElement} form */
async function begin(form) {
  const { rules, known, marks } = form.dataset;
  try {
    const [said, things, overview] = await Promise.all([
      read(rules ?? ""),
      read(known ?? ""),
      Marks.open(new URL(marks ?? "", document.baseURI).href).catch(() => null),
    ]);
    new Contribution(form, said, new Known(things), overview);
    form.dataset.ready = "";
    say(form, "nothing");
  } catch {
    say(form, "unread");
    form.addEventListener("focusin", () => void begin(form), { once: true });
  }
}

if (form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("[data-more]")) {
    button.addEventListener("click", () => addRow(/** @type {HTMLButtonElement} */ (button)));
  }
  form.addEventListener("focusin", () => void begin(form), { once: true });
}
