// SPDX-License-Identifier: MIT
/**
 * The line of time as a tool: zoom, pan, choose a stretch, lanes. It takes the place of the drawing
 * that the build made, begins with the same view, and reads only what it shows.
 * @module
 */

import { bounds } from "./matching.js";
import { CHANGED, selection } from "./selection.js";
import { Drawing } from "./strip-drawing.js";
import { listen } from "./strip-hands.js";
import { layout, overviewLayout, placed } from "./strip-layout.js";
import { Scale, dayWords, figures, isoDay } from "./timescale.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {import("./selection.js").Outcome} Outcome */

const [MOST_LANES, MOST_CHUNKS, AXIS, WIDEST_DAY] = [6, 12, 30, 200];
const [MONTHS_FROM, YEARS_FROM] = [120, 1500];

/** The tool on one strip of a page. */
export class Timestrip {
  /**
   * @param {HTMLElement} root the strip @param {import("./marks.js").Marks} marks
   */
  constructor(root, marks) {
    this.root = root;
    this.marks = marks;
    this.scale = new Scale(marks.stretches);
    this.frame = /** @type {HTMLElement} */ (root.querySelector(".strip-scroll"));
    const still = /** @type {SVGElement} */ (root.querySelector(".strip-drawing"));
    this.height = still.getBoundingClientRect().height;
    this.said = /** @type {HTMLElement} */ (root.querySelector(".strip-said"));
    const { root: way, column, other } = /** @type {Record<string, string>} */ (root.dataset);
    this.other = other;
    this.drawing = new Drawing(this.frame, marks, this.scale, { root: way, column, label: still.getAttribute("aria-label") ?? "" });
    still.remove();
    root.classList.add("strip-tool");
    /** @type {[number, number]} */
    this.view = this.scale.whole;
    /** @type {Facet | ""} */
    this.facet = "";
    /** @type {import("./strip-layout.js").LaneKey[]} */
    this.lanes = [];
    /** @type {[number, number] | null} */
    this.drag = null;
    /** What is in view while nothing is chosen. @type {{key: string, events: import("./strip-layout.js").Placed} | null} */
    this.partly = null;
    this.waiting = false;
    /** Whether chunks that are in view are still on their way. */
    this.reading = false;
    this.axis = 0;
    this.#busy(true);
    this.#listen();
    if (selection.outcome) this.#chosen(selection.outcome);
    this.draw();
  }

  #listen() {
    listen(this.frame, {
      mirrored: this.drawing.mirrored,
      zoom: (factor, at) => this.zoom(factor, at),
      pan: (part) => this.pan(part),
      whole: () => this.look(this.scale.whole),
      brush: (from, to, done) => this.brush(from, to, done),
      isBrushing: () => this.#button("brush")?.getAttribute("aria-pressed") === "true",
      isDates: (y) => y > this.axis,
      press: (at, y) => y <= this.axis && this.zoom(0.25, at),
    });
    document.addEventListener(CHANGED, (event) => this.#chosen(/** @type {CustomEvent<Outcome>} */ (event).detail));
    new ResizeObserver(() => this.draw()).observe(this.frame);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /** @param {string} name @returns {HTMLElement | null} */
  #button(name) {
    return this.root.querySelector(`[data-act="${name}"]`);
  }

  /**
   * Do what a button of the strip says.
   * @param {string} act
   */
  act(act) {
    const acts = /** @type {Record<string, () => void>} */ ({
      in: () => this.zoom(0.5, 0.5),
      out: () => this.zoom(2, 0.5),
      earlier: () => this.pan(-0.5),
      later: () => this.pan(0.5),
      whole: () => (selection.scope && this.events ? this.#fit() : this.look(this.scale.whole)),
      keep: () => this.brush(0, 1, true),
      drop: () => void selection.change({ from: "", to: "" }),
      brush: () => {
        const button = /** @type {HTMLElement} */ (this.#button("brush"));
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        this.frame.classList.toggle("strip-brushing", button.getAttribute("aria-pressed") === "true");
      },
    });
    acts[act]?.();
  }

  /**
   * Look closer (a factor below 1) or from further away, about a place in view.
   * @param {number} factor @param {number} at
   */
  zoom(factor, at) {
    const [from, to] = this.view;
    const [first, last] = this.scale.whole;
    const shortest = Math.min(this.#width() / WIDEST_DAY, last - first);
    const wide = Math.min(Math.max((to - from) * factor, shortest), last - first);
    const fixed = from + (to - from) * at;
    this.look([fixed - wide * at, fixed + wide * (1 - at)]);
  }

  /** @param {number} part of the view; below 0 it is earlier */
  pan(part) {
    const by = (this.view[1] - this.view[0]) * part;
    this.look([this.view[0] + by, this.view[1] + by]);
  }

  /** @param {[number, number]} view */
  look([from, to]) {
    const [first, last] = this.scale.whole;
    const wide = Math.min(to - from, last - first);
    const start = Math.min(Math.max(from, first), last - wide);
    this.view = [start, start + wide];
    this.draw();
  }

  /**
   * Choose the stretch between two parts of the view.
   * @param {number} one @param {number} other @param {boolean} done
   */
  brush(one, other, done) {
    const place = (/** @type {number} */ part) => this.view[0] + (this.view[1] - this.view[0]) * Math.min(Math.max(part, 0), 1);
    const [from, to] = [Math.min(one, other), Math.max(one, other)].map(place);
    this.drag = done ? null : [from, to];
    if (!done) {
      this.draw();
      return;
    }
    const [first, last] = [this.scale.day(from), this.scale.day(to)];
    void selection.change({ from: isoDay(first), to: isoDay(Math.max(first, last)) });
  }

  /**
   * Lanes by a facet, or none.
   * @param {Facet | ""} facet
   */
  async setLanes(facet) {
    if (facet) {
      await selection.readAll();
      const { values } = (await this.marks.values())[facet];
      const counts = selection.outcome?.counts?.[facet];
      const known = this.marks.keys[facet];
      const count = (/** @type {string} */ key) => counts?.[known.get(key) ?? -1] ?? 0;
      const most = values.filter(([key]) => count(key)).sort((one, two) => count(two[0]) - count(one[0]));
      this.lanes = most.slice(0, MOST_LANES).map(([key, label]) => ({ key, label }));
      this.lanes.push({ key: null, label: this.other });
    }
    this.facet = facet;
    this.height = 0;
    this.draw();
  }

  /** @param {Outcome} outcome */
  #chosen(outcome) {
    const { indexes, state } = outcome;
    this.events = indexes ? placed(this.marks, indexes, this.scale) : null;
    if (selection.scope && indexes?.length && this.view === this.scale.whole) this.#fit();
    const [from, to] = bounds(state);
    const isCut = Boolean(state.from || state.to);
    this.chosen = isCut ? /** @type {[number, number]} */ ([
      from === -Infinity ? this.scale.whole[0] : this.scale.at(from),
      to === Infinity ? this.scale.whole[1] : this.scale.at(to) + 1,
    ]) : null;
    const drop = this.#button("drop");
    if (drop) drop.hidden = !isCut;
    if (this.facet) void this.setLanes(this.facet);
    else this.draw();
  }

  /** Look at what the page is about. */
  #fit() {
    const { starts, ends } = /** @type {import("./strip-layout.js").Placed} */ (this.events);
    const [first, last] = [starts[0], ends.reduce((most, one) => Math.max(most, one), 0)];
    const room = (last - first) * 0.05 + 1;
    this.look([first - room, last + 2 * room]);
  }

  #width() {
    return this.frame.clientWidth;
  }

  /** Draw before the next frame, once however often it was asked for. */
  draw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.paint();
    });
  }

  /** Draw now. */
  paint() {
    const [width, view] = [this.#width(), this.view];
    if (!width) return;
    const events = this.events ?? this.#eventsInView();
    const made = events
      ? layout(this.marks, events, view, width, this.facet, this.lanes)
      : overviewLayout(this.marks.bins, this.scale.end, view, width);
    this.axis = made.axis;
    this.height = Math.max(this.height, made.axis + AXIS);
    const named = this.drawing.paint({ layout: made, view, brush: this.drag ?? this.chosen ?? null, height: this.height });
    if (!named) this.#name(made);
    this.#busy(!named || (!events && this.reading));
    this.#say(made.count);
  }

  /** What is in view, when nothing is chosen and only some chunks were read; null until they are. */
  #eventsInView() {
    const [from, to] = this.view.map((place) => this.scale.day(place));
    const numbers = [...this.marks.chunks.keys()].filter((number) => this.marks.chunks[number].from <= to && this.marks.chunks[number].to >= from);
    const missing = numbers.length > MOST_CHUNKS ? [] : numbers.filter((number) => !this.marks.keyed[number]);
    this.reading = missing.length > 0;
    if (this.reading) {
      Promise.all(missing.map((number) => this.marks.find(number))).then(() => this.draw(), () => this.#busy(false));
    }
    if (this.reading || numbers.length > MOST_CHUNKS) return null;
    const key = numbers.join();
    if (this.partly?.key !== key) {
      const indexes = Uint32Array.from(numbers.flatMap((number) => {
        const { first, count } = this.marks.chunks[number];
        return Array.from({ length: count }, (_, place) => first + place);
      }));
      this.partly = { key, events: placed(this.marks, indexes, this.scale) };
    }
    return this.partly.events;
  }

  /** @param {import("./strip-layout.js").Layout} made */
  #name({ lanes, series, fine }) {
    const shown = [...series, ...lanes.flatMap((lane) => [...lane.bars, ...(fine ? [] : lane.columns)])];
    this.marks.nameAll(shown.map((one) => one.index)).then(() => this.draw(), () => this.#busy(false));
  }

  /** @param {boolean} busy whether what is in view is not all there yet */
  #busy(busy) {
    this.root.setAttribute("aria-busy", String(busy));
  }

  /** @param {number} count */
  #say(count) {
    const [from, to] = this.view.map((place) => this.scale.day(place));
    const days = this.view[1] - this.view[0];
    const unit = days > YEARS_FROM ? "year" : days > MONTHS_FROM ? "month" : "day";
    const words = [from, to].map((day) => dayWords(day, unit, this.marks.words));
    const pattern = this.said.dataset.says ?? "";
    const text = pattern.replace("{first}", words[0]).replace("{last}", words[1]).replace("{number}", figures(count, this.marks.words));
    if (this.said.textContent !== text) this.said.textContent = text;
  }
}
