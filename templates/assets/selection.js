// SPDX-License-Identifier: MIT
/**
 * What the reader has chosen: kept in the page's address, shared by all tools of a page.
 *
 * A tool calls `selection.change(…)` and listens on the document for `dateline:selection`, whose detail
 * is an `Outcome`; see docs/selection.md. The state is a plain value and is never changed in place.
 * @module
 */

import { FACETS, Marks } from "./marks.js";
import { match } from "./matching.js";
import { stretchOf } from "./timescale.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {import("./matching.js").State} State */
/** @typedef {import("./matching.js").Mode} Mode */
/**
 * @typedef {object} Outcome
 * @property {State} state what is chosen
 * @property {boolean} active whether anything is
 * @property {Marks} marks the events
 * @property {Uint32Array | null} indexes the numbers of the chosen events; null while all are shown unread
 * @property {Record<Facet, Uint32Array> | null} counts how many events each value would leave
 * @property {number} total how many events are chosen
 * @property {() => Promise<Set<string>>} ids the ids of the chosen events, read when asked for
 */

export const CHANGED = "dateline:selection";
export const PROGRESS = "dateline:reading";
export const FAILED = "dateline:failed";

/** So few chunks are read at once, so that every count is live from the start. */
const FEW = 3;

/** @returns {State} */
export const nothing = () => ({
  from: "",
  to: "",
  chosen: { type: [], place: [], actor: [], verification: [], source: [], tag: [] },
  mode: { type: "any", place: "any", actor: "any", verification: "any", source: "any", tag: "any" },
});

/**
 * The state in the query of an address; what is no choice is left out.
 * @param {string} query @returns {State}
 */
export function read(query) {
  const [given, state] = [new URLSearchParams(query), nothing()];
  for (const end of /** @type {const} */ (["from", "to"])) {
    const text = given.get(end) ?? "";
    if (stretchOf(text)) state[end] = text.trim();
  }
  for (const facet of FACETS) {
    state.chosen[facet] = [...new Set(given.getAll(facet).filter(Boolean))];
    const mode = given.get(`${facet}-is`);
    if (mode === "all" || mode === "none") state.mode[facet] = mode;
  }
  return state;
}

/**
 * The query of an address that holds a state, empty where nothing is chosen; `others` is what else it said.
 * @param {State} state @param {string} [others]
 */
export function written(state, others = "") {
  const query = new URLSearchParams(others);
  const own = ["from", "to", ...FACETS, ...FACETS.map((facet) => `${facet}-is`)];
  own.forEach((name) => query.delete(name));
  for (const end of /** @type {const} */ (["from", "to"])) if (state[end]) query.set(end, state[end]);
  for (const facet of FACETS) {
    state.chosen[facet].forEach((key) => query.append(facet, key));
    if (state.chosen[facet].length && state.mode[facet] !== "any") query.set(`${facet}-is`, state.mode[facet]);
  }
  const text = query.toString();
  return text && `?${text}`;
}

/**
 * Whether anything is chosen.
 * @param {State} state
 */
export const isActive = (state) => Boolean(state.from || state.to || FACETS.some((one) => state.chosen[one].length));

class Selection {
  /** @type {State} */
  state = read(location.search);

  /** What the page is about: all that it shows has this. @type {State | undefined} */
  scope;

  /** @type {Promise<Marks> | undefined} */
  #marks;

  /** @type {Outcome | undefined} */
  outcome;

  #asked = 0;

  /**
   * Read the overview, once, and say what is chosen; `base` is the folder `marks/`.
   * @param {string} base @param {string} [scope] as a query
   */
  open(base, scope) {
    if (!this.#marks) {
      if (scope) this.scope = read(scope);
      this.#marks = Marks.open(new URL(base, document.baseURI).href);
      addEventListener("popstate", () => {
        this.state = read(location.search);
        void this.#say();
      });
      this.#marks.then(
        () => this.#say(),
        () => {
          this.#marks = undefined; // so that it can be tried again
          send(FAILED, {});
        },
      );
    }
    return this.#marks;
  }

  /**
   * Choose otherwise: what is given replaces what was.
   * @param {{from?: string, to?: string, chosen?: Partial<Record<Facet, string[]>>,
   *   mode?: Partial<Record<Facet, Mode>>}} given
   */
  change(given) {
    this.state = {
      from: given.from ?? this.state.from,
      to: given.to ?? this.state.to,
      chosen: { ...this.state.chosen, ...given.chosen },
      mode: { ...this.state.mode, ...given.mode },
    };
    history.replaceState(history.state, "", `${location.pathname}${written(this.state, location.search)}${location.hash}`);
    return this.#say();
  }

  /** Choose nothing. */
  clear() {
    return this.change(nothing());
  }

  /** The address that leads to what is chosen. */
  get address() {
    return `${location.origin}${location.pathname}${written(this.state)}`;
  }

  /** Read every chunk, for a tool that has to see all events, and say again what is chosen. */
  async readAll() {
    const marks = await this.#marks;
    if (!marks?.complete) await this.#say(true);
  }

  /** @param {boolean} [all] whether to read everything although nothing is chosen */
  async #say(all = false) {
    const [marks, state] = [await this.#marks, this.state];
    if (!marks) return;
    this.#asked += 1;
    const asked = this.#asked;
    const active = isActive(state) || Boolean(this.scope);
    try {
      if (all || active || marks.chunks.length <= FEW) {
        await marks.findAll((done, of) => send(PROGRESS, { done, of }));
      }
    } catch {
      send(FAILED, {});
      return;
    }
    if (asked !== this.#asked) return; // something else was chosen meanwhile
    const found = marks.complete ? match(marks, state, this.scope) : null;
    this.outcome = {
      state,
      active: isActive(state),
      marks,
      indexes: found && found.indexes,
      counts: found && found.counts,
      total: found ? found.indexes.length : marks.count,
      ids: () => idsOf(marks, found && found.indexes),
    };
    send(CHANGED, this.outcome);
  }
}

/**
 * @param {Marks} marks @param {Uint32Array | null} indexes
 */
async function idsOf(marks, indexes) {
  const wanted = indexes ?? Uint32Array.from({ length: marks.count }, (_, index) => index);
  await marks.nameAll(wanted);
  return new Set([...wanted].map((index) => /** @type {import("./marks.js").Named} */ (marks.named(index)).id));
}

/**
 * @param {string} name @param {object} detail
 */
const send = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

/** The one selection of the page. */
export const selection = new Selection();
