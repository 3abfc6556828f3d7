// SPDX-License-Identifier: MIT
/**
 * Draws a layout: what can be followed as links in SVG, what is too much for that on a canvas below.
 * @module
 */

import { dayWords, figures } from "./timescale.js";

/** @typedef {import("./strip-layout.js").Layout} Layout */
/** @typedef {import("./strip-layout.js").Bar} Bar */
/** @typedef {import("./strip-layout.js").Column} Column */
/** @typedef {{layout: Layout, view: [number, number], brush: [number, number] | null, height: number}} Frame */

const SVG = "http://www.w3.org/2000/svg";
const [BAR, BASELINE, BESIDE, SHORTEST, LABEL_GAP] = [24, 16.5, 8, 40, 14];

/**
 * @param {string} name @param {Record<string, string | number>} [attributes] @param {string} [text]
 */
function element(name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** The drawing within the frame of a strip. */
export class Drawing {
  /**
   * @param {HTMLElement} frame @param {import("./marks.js").Marks} marks
   * @param {import("./timescale.js").Scale} scale
   * @param {{root: string, label: string, column: string}} says
   */
  constructor(frame, marks, scale, says) {
    this.frame = frame;
    this.marks = marks;
    this.scale = scale;
    this.says = says;
    this.mirrored = getComputedStyle(frame).direction === "rtl";
    this.canvas = document.createElement("canvas");
    this.canvas.className = "strip-canvas";
    this.svg = element("svg", { class: "strip-live", role: "group", "aria-label": says.label });
    this.back = element("g");
    this.marksGroup = element("g");
    this.front = element("g");
    this.svg.append(this.#fades(), this.back, this.marksGroup, this.front);
    frame.append(this.canvas, this.svg);
    this.measured = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    this.measured.font = `13px ${getComputedStyle(frame).fontFamily}`;
    /** @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {Map<string, SVGElement>} */
    this.links = new Map();
  }

  /**
   * Paint a frame; returns whether every link that it shows has its name.
   * @param {Frame} frame
   */
  paint(frame) {
    const { layout, height } = frame;
    this.width = layout.width;
    this.svg.setAttribute("viewBox", `0 0 ${layout.width} ${height}`);
    this.svg.setAttribute("height", String(height));
    this.#canvas(layout, height);
    this.back.replaceChildren(...this.#breaks(frame), ...this.#axis(frame), ...this.#headings(layout));
    this.front.replaceChildren(...this.#brush(frame));
    return this.#links(layout);
  }

  /** @param {number} x @param {number} [width] */
  #x(x, width = 0) {
    return Math.round((this.mirrored ? /** @type {number} */ (this.width) - x - width : x) * 10) / 10;
  }

  /** @param {string} text */
  #wide(text) {
    const known = this.widths.get(text) ?? this.measured.measureText(text).width;
    this.widths.set(text, known);
    return known;
  }

  /** @param {Layout} layout @param {number} height */
  #canvas(layout, height) {
    const sharp = devicePixelRatio || 1;
    const [wide, tall] = [Math.round(layout.width * sharp), Math.round(height * sharp)];
    this.canvas.hidden = !layout.fine;
    if (!layout.fine) return;
    if (this.canvas.width !== wide || this.canvas.height !== tall) {
      [this.canvas.width, this.canvas.height] = [wide, tall];
      [this.canvas.style.inlineSize, this.canvas.style.blockSize] = [`${layout.width}px`, `${height}px`];
    }
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, layout.width, height);
    context.fillStyle = getComputedStyle(this.svg).getPropertyValue("--accent");
    for (const lane of layout.lanes) {
      for (const one of lane.columns) context.fillRect(this.#x(one.x, one.width), one.y, one.width, one.height);
    }
  }

  /** @param {Frame} frame */
  *#breaks({ layout, view }) {
    const pixels = layout.width / (view[1] - view[0]);
    for (const [number, [short, full]] of this.marks.breaks.entries()) {
      const x = (this.scale.starts[number + 1] - this.scale.gap - view[0]) * pixels;
      const width = this.scale.gap * pixels;
      if (x > layout.width || x + width < 0) continue;
      const inset = Math.min(4, width / 4);
      const group = element("g", { class: "strip-break", role: "img", "aria-label": full });
      group.append(element("rect", { x: this.#x(x + inset, width - 2 * inset), y: 0, width: width - 2 * inset, height: layout.axis + 6 }));
      const middle = { x: this.#x(x + width / 2), y: 18, "text-anchor": "middle" };
      if (this.#wide(short) < width - 2 * inset) group.append(element("text", middle, short));
      yield group;
    }
  }

  /** @param {Frame} frame */
  *#axis({ layout, view }) {
    const pixels = layout.width / (view[1] - view[0]);
    yield element("path", { class: "strip-axis", d: `M0 ${layout.axis}h${layout.width}` });
    let free = -Infinity;
    for (const tick of this.scale.ticks(view, layout.width)) {
      const x = (tick.place - view[0]) * pixels;
      const words = dayWords(tick.day, tick.unit, this.marks.words);
      const end = x + 4 + this.#wide(words);
      yield element("path", { class: "strip-tick", d: `M${this.#x(x)} 0V${layout.axis + 8}` });
      if (x < 0 || x < free || end > layout.width) continue;
      free = end + LABEL_GAP;
      yield element("text", { class: "strip-tick-label", x: this.#x(x + 4), y: layout.axis + 19 }, words);
    }
  }

  /** @param {Layout} layout */
  *#headings(layout) {
    for (const lane of layout.lanes) {
      if (!lane.label) continue;
      yield element("path", { class: "strip-tick", d: `M0 ${lane.top}h${layout.width}` });
      yield element("text", { class: "strip-lane", x: this.#x(2), y: lane.top + 15 }, this.#fitted(lane.label, layout.width - 8));
    }
  }

  /** @param {Frame} frame */
  *#brush({ layout, view, brush }) {
    if (!brush) return;
    const pixels = layout.width / (view[1] - view[0]);
    const [from, to] = brush.map((place) => Math.min(Math.max((place - view[0]) * pixels, -4), layout.width + 4));
    const wide = Math.max(2, to - from);
    yield element("rect", { class: "strip-brush", x: this.#x(from, wide), y: 0, width: wide, height: layout.axis });
  }

  /** @param {Layout} layout */
  #links(layout) {
    const used = new Set();
    let named = true;
    const show = (/** @type {string} */ key, /** @type {number} */ index) => {
      let link = this.links.get(key);
      if (!link) {
        link = element("a");
        link.append(element("title"), element("rect"), element("text", { "aria-hidden": "true" }));
        this.links.set(key, link);
      }
      used.add(key);
      const name = this.marks.named(index);
      named &&= name !== null;
      return { link, name };
    };
    const order = [];
    for (const bar of [...layout.lanes.flatMap((lane, at) => lane.bars.map((one) => ({ one, at }))), ...layout.series.map((one) => ({ one, at: -1 }))]) {
      const { link, name } = show(`${bar.at} ${bar.one.index}`, bar.one.index);
      this.#bar(link, bar.one, name);
      order.push(link);
    }
    if (!layout.fine) {
      for (const [at, lane] of layout.lanes.entries()) {
        for (const column of lane.columns) {
          const { link, name } = show(`c${at} ${column.x}`, column.index);
          this.#column(link, column, name);
          order.push(link);
        }
      }
    }
    for (const [key, link] of this.links) {
      if (used.has(key)) continue;
      if (link === document.activeElement) this.frame.focus({ preventScroll: true }); // the place is not lost
      link.remove();
      this.links.delete(key);
    }
    order.forEach((link, at) => {
      if (this.marksGroup.children[at] !== link) this.marksGroup.insertBefore(link, this.marksGroup.children[at] ?? null);
    });
    return named;
  }

  /** @param {SVGElement} link @param {Bar} bar @param {import("./marks.js").Named | null} name */
  #bar(link, bar, name) {
    const [, rect, text] = link.children;
    const kinds = ["strip-bar", bar.series ? "strip-series" : "strip-event"];
    if (bar.uncertain) kinds.push("strip-uncertain");
    if (bar.open) kinds.push("strip-fading");
    // What reaches out of the view is cut there, so that its text stays in sight.
    const from = Math.max(bar.x, -4);
    const to = Math.min(bar.x + bar.width, /** @type {number} */ (this.width) + 4);
    this.#lead(link, name, name ? `${name.when}: ${name.title}` : "");
    place(rect, this.#x(from, to - from), bar.y, to - from, BAR);
    if (bar.open) rect.setAttribute("fill", `url(#strip-live-${this.#side(bar.open)}${bar.series ? "-series" : ""})`);
    else rect.removeAttribute("fill");
    const inside = to - from - 2 * BESIDE - (bar.open ? (to - from) * 0.5 : 0);
    const beside = Math.min(bar.room, /** @type {number} */ (this.width) - to) - 2 * BESIDE;
    const title = name?.title ?? "";
    const within = inside >= Math.min(this.#wide(title), beside) || inside >= 4 * SHORTEST;
    const room = within ? inside : beside;
    if (!within) kinds.push("strip-beside");
    link.setAttribute("class", kinds.join(" "));
    const start = within ? from + BESIDE + (bar.open === "start" || bar.open === "both" ? (to - from) * 0.25 : 0) : to + BESIDE / 2;
    text.textContent = room >= SHORTEST ? this.#fitted(title, room) : "";
    text.setAttribute("x", String(this.#x(start)));
    text.setAttribute("y", String(bar.y + BASELINE));
  }

  /** @param {SVGElement} link @param {Column} column @param {import("./marks.js").Named | null} name */
  #column(link, column, name) {
    const [, rect, text] = link.children;
    const many = figures(column.count, this.marks.words);
    const says = name && this.says.column.replace("{number}", many).replace("{first}", `${name.when}: ${name.title}`);
    link.setAttribute("class", "strip-bar strip-column");
    this.#lead(link, name, says ?? "");
    place(rect, this.#x(column.x, column.width - 1), column.y, column.width - 1, column.height);
    rect.removeAttribute("fill");
    text.textContent = "";
  }

  /** @param {SVGElement} link @param {import("./marks.js").Named | null} name @param {string} says */
  #lead(link, name, says) {
    if (!name || link.getAttribute("aria-label") === says) return;
    link.setAttribute("href", `${this.says.root}events/${name.id}.html`);
    link.setAttribute("aria-label", says);
    link.children[0].textContent = says;
  }

  /** @param {"start" | "end" | "both"} open */
  #side(open) {
    if (open === "both" || !this.mirrored) return open;
    return open === "start" ? "end" : "start";
  }

  /** @param {string} text @param {number} room */
  #fitted(text, room) {
    if (this.#wide(text) <= room) return text;
    const letters = [...text];
    let [low, high] = [0, letters.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.measured.measureText(`${letters.slice(0, middle).join("")}…`).width <= room) low = middle;
      else high = middle - 1;
    }
    return low ? `${letters.slice(0, low).join("").trimEnd()}…` : "";
  }

  #fades() {
    const all = element("defs");
    for (const series of ["", "-series"]) {
      for (const side of ["start", "end", "both"]) {
        const stops = [[side === "end" ? "there" : "gone", 0], ["there", 0.3], ["there", 0.7], [side === "start" ? "there" : "gone", 1]];
        const made = element("linearGradient", { id: `strip-live-${side}${series}` });
        made.append(...stops.map(([kind, offset]) => element("stop", { class: `strip-${kind}${series}`, offset })));
        all.append(made);
      }
    }
    return all;
  }
}

/**
 * @param {Element} rect @param {number} x @param {number} y @param {number} width @param {number} height
 */
function place(rect, x, y, width, height) {
  for (const [key, value] of Object.entries({ x, y, width, height })) rect.setAttribute(key, String(Math.round(value * 10) / 10));
}
