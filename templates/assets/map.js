// SPDX-License-Identifier: MIT
/**
 * Lets a reader move about the map of all places: nearer, aside, to some years, to the events of a place.
 *
 * The page is complete before this runs, and stays as it is where the data cannot be had. Circles are
 * gathered by the rule of dateline/maps/overview.py. Where the reader is stands in the address.
 */

/**
 * @typedef {{forms: string[], of: string}} Forms
 * @typedef {Record<string, any> & {digits: string, most: number, and: string, group: string}} Words
 * @typedef {[string, string, string, number, number, string, string, string, number[]]} PlainPlace
 * @typedef {{words: Words, years: number[], yearWords: string[], first: number[], lasts: number[],
 *   kilometre: number, spots: [number, number, number, number][], places: PlainPlace[],
 *   ground: {across: number, finer: number}}} Data
 * @typedef {{name: string, id: string, address: string, spot: number, file: number, km: string,
 *   blur: string, within: string, events: number[]}} Place
 * @typedef {{members: number[], kind: "circle" | "ring" | "cluster", x: number, y: number, rx: number,
 *   ry: number, places: Place[], count: number}} Mark
 * @typedef {[number, string, string, string, string]} Told
 */

const SVG = "http://www.w3.org/2000/svg";
const REACH = 44;
const LARGE = 20;
const SMALLEST = 4;
const RING = 7;
const TOUCH = 22;
const RADII = [0, 12, 15, 19, 22];
const LINE = 24;
const OUTLINE = 2;
/** So many pixels a unit of the drawing is at least, for what keeps its size: a label is 11 pixels high, a mark 24 wide. */
const READABLE = 0.55;
const GAP = 6;
const STEP = 1.5;
const FURTHEST = 32;
const MOST_CIRCLES = 200;
const ASIDE = 0.2;
const NEAR = 2.5;
/** The layers of a piece of ground, from back to front, with their classes. */
const LAYERS = { land: "map-land", rivers: "map-river", lakes: "map-water", coasts: "map-coast", borders: "map-border" };

/** @param {number[]} steps @returns {number[]} each number from its difference to the one before */
const summed = (steps) => {
  let sum = 0;
  return steps.map((step) => (sum += step));
};

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));

/**
 * @param {string} name @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function drawn(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** @param {string} name @param {string} [text] @param {Record<string, string>} [attributes] */
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What the map says, in the words that came with it. */
class Phrases {
  /** @param {Words} words */
  constructor(words) {
    this.words = words;
  }

  /** @param {string} text the text with its figures as the site's language writes them */
  figures(text) {
    return text.replace(/[0-9]/g, (digit) => [...this.words.digits][Number(digit)]);
  }

  /** @param {string} key @param {number} count */
  counted(key, count) {
    const { forms, of } = /** @type {Forms} */ (this.words[key]);
    const form = forms[Number(of[count < 200 ? count : 100 + (count % 100)])];
    const number = count < 10000 ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, this.words.group);
    return form.replace("{n}", () => this.figures(number));
  }

  /** @param {string} key @param {Record<string, string>} gaps */
  filled(key, gaps) {
    return this.words[key].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => gaps[name]);
  }

  /** @param {Place[]} places @param {number} most */
  listed(places, most = this.words.most) {
    const names = places.slice(0, most).map((place) => place.name);
    const rest = places.length - names.length;
    return [...names, ...(rest ? [this.counted("more", rest)] : [])].join(this.words.and);
  }

  /** @param {Mark} mark */
  mark(mark) {
    return this.filled(mark.kind === "cluster" ? "many" : "one", {
      names: this.listed(mark.places),
      places: this.counted("places", mark.places.length),
      events: this.counted("events", mark.count),
    });
  }
}

/**
 * What is drawn for some circles: each by itself if it is large, others with their neighbours.
 * @param {[number, number, number, number][]} dots @param {number[]} weights nought hides a circle
 * @param {number} zoom @returns {{members: number[], kind: "circle" | "ring" | "cluster"}[]}
 */
export function gathered(dots, weights, zoom) {
  const reach = REACH / zoom;
  /** @type {Map<string, number[][]>} */
  const squares = new Map();
  /** @type {number[][]} */
  const groups = [];
  const order = dots.map((_, number) => number).filter((number) => weights[number]);
  order.sort((one, other) => weights[other] - weights[one] || one - other);
  for (const number of order) {
    const [x, y, , high] = dots[number];
    if (high * zoom >= LARGE) {
      groups.push([number]);
      continue;
    }
    const column = Math.floor(x / reach);
    const row = Math.floor(y / reach);
    /** @type {number[] | undefined} */
    let home;
    for (let across = -1; across <= 1 && !home; across += 1) {
      for (let down = -1; down <= 1 && !home; down += 1) {
        home = squares.get(`${column + across} ${row + down}`)?.find(([first]) => {
          const [otherX, otherY] = dots[first];
          return (x - otherX) ** 2 + (y - otherY) ** 2 < reach ** 2;
        });
      }
    }
    if (!home) {
      home = [];
      groups.push(home);
      const key = `${column} ${row}`;
      squares.set(key, [...(squares.get(key) ?? []), home]);
    }
    home.push(number);
  }
  return groups.map((members) => ({
    members,
    kind: members.length > 1 ? "cluster" : dots[members[0]][3] * zoom >= SMALLEST ? "circle" : "ring",
  }));
}

/** The map: where the reader is, and everything that shows it. */
class Atlas {
  /** @param {HTMLElement} root @param {Data} data */
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.phrases = new Phrases(data.words);
    this.firsts = summed(data.first);
    this.lasts = data.lasts.map((span, number) => this.firsts[number] + span);
    this.places = data.places.map(([name, id, address, spot, file, km, blur, within, events]) => {
      return { name, id, address, spot, file, km, blur, within, events: summed(events) };
    });
    /** @type {Place[][]} */
    this.at = data.spots.map(() => []);
    for (const place of this.places) this.at[place.spot].push(place);
    this.last = data.years.length - 1;
    this.from = 0;
    this.to = this.last;
    this.zoom = 1;
    /** How much larger than drawn is what keeps its size, on a screen where it would be too small. */
    this.grown = 1;
    this.x = 0;
    this.y = 0;
    /** @type {Place[]} */
    this.chosen = [];
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, SVGElement | null>} */
    this.tiles = new Map();
    this.stage = /** @type {HTMLElement} */ (root.querySelector(".atlas-stage"));
    this.svg = /** @type {SVGSVGElement} */ (root.querySelector("svg"));
    this.marks = /** @type {SVGGElement} */ (root.querySelector(".atlas-marks"));
    this.names = /** @type {SVGGElement} */ (root.querySelector(".atlas-names"));
    this.panel = /** @type {HTMLElement} */ (root.querySelector(".atlas-panel"));
    this.width = this.svg.viewBox.baseVal.width;
    this.height = this.svg.viewBox.baseVal.height;
    this.measured = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    this.measured.font = `600 20px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;
    /** @type {Map<string, number>} */
    this.widths = new Map();
    this.asked = 0;
    this.anew = false;
    this.dragged = false;
    this.listing = "";
    /** @type {{mark: Mark, element: SVGElement}[]} */
    this.shown = [];
    this.labels = [...root.querySelectorAll(".atlas-countries text")].map((text) => {
      const at = { text, x: Number(text.getAttribute("x")), y: Number(text.getAttribute("y")) };
      text.setAttribute("x", "0");
      text.setAttribute("y", "0");
      return at;
    });
    this.prepare();
    this.read();
    this.show(true);
  }

  /** Shows what only works with this script, and listens. */
  prepare() {
    this.root.classList.add("atlas-ready");
    for (const part of this.root.querySelectorAll(".atlas-tools, .atlas-help, .atlas-status")) {
      part.removeAttribute("hidden");
    }
    this.stage.tabIndex = 0;
    this.stage.setAttribute("role", "group");
    this.stage.setAttribute("aria-label", this.svg.getAttribute("aria-label") ?? "");
    this.stage.setAttribute("aria-describedby", "atlas-help");
    this.svg.removeAttribute("aria-label");
    this.svg.setAttribute("role", "presentation");
    this.root.querySelector(".atlas-tools")?.addEventListener("click", (event) => this.pressed(event));
    this.stage.addEventListener("keydown", (event) => this.typed(event));
    this.stage.addEventListener("wheel", (event) => this.turned(event), { passive: false });
    // The click that ends a drag chooses nothing.
    this.stage.addEventListener("click", (event) => this.dragged || this.clicked(event));
    this.panel.querySelector("[data-close]")?.addEventListener("click", () => this.close());
    globalThis.addEventListener("hashchange", () => {
      if (this.read()) this.show(true);
    });
    if (this.last > 0) this.prepareYears();
    this.prepareDragging();
    this.prepareFingers();
    new ResizeObserver(() => {
      const grown = Math.max(1, (READABLE * this.width) / Math.max(this.stage.clientWidth, 1));
      if (grown === this.grown) return;
      this.grown = grown;
      this.show(true);
    }).observe(this.stage);
  }

  /** @param {string} text @returns {number} how wide a name is at its largest */
  wide(text) {
    const known = this.widths.get(text) ?? this.measured.measureText(text).width;
    this.widths.set(text, known);
    return known;
  }

  /** Units on the sheet, for each of the units in which something keeps its size. */
  get size() {
    return this.grown / this.zoom;
  }

  prepareYears() {
    this.root.querySelector(".atlas-years")?.removeAttribute("hidden");
    for (const input of this.yearInputs()) {
      input.max = String(this.last);
      input.addEventListener("input", () => {
        const value = Number(input.value);
        if (input.dataset.year === "from") [this.from, this.to] = [value, Math.max(value, this.to)];
        else [this.from, this.to] = [Math.min(value, this.from), value];
        this.show(true);
      });
    }
  }

  /** @returns {HTMLInputElement[]} */
  yearInputs() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll("[data-year]"))];
  }

  prepareDragging() {
    /** @type {{x: number, y: number, moved: boolean} | null} */
    let held = null;
    this.stage.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch" && event.button === 0) held = { x: event.clientX, y: event.clientY, moved: false };
      this.dragged = false;
    });
    this.stage.addEventListener("pointermove", (event) => {
      if (!held) return;
      const [across, down] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moved && Math.hypot(across, down) < 5) return;
      if (!held.moved) this.stage.setPointerCapture(event.pointerId);
      held = { x: event.clientX, y: event.clientY, moved: true };
      this.dragged = true;
      const pixel = this.width / this.zoom / this.svg.getBoundingClientRect().width;
      this.move(-across * pixel, -down * pixel);
      this.show(false);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.stage.addEventListener(end, () => {
        if (held?.moved) this.show(true);
        held = null;
      });
    }
  }

  prepareFingers() {
    /** @type {{x: number, y: number, apart: number} | null} */
    let before = null;
    /** @param {TouchEvent} event */
    const fingers = (event) => {
      const [one, other] = [event.touches[0], event.touches[1]];
      return {
        x: (one.clientX + other.clientX) / 2,
        y: (one.clientY + other.clientY) / 2,
        apart: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
      };
    };
    this.stage.addEventListener("touchstart", (event) => {
      before = event.touches.length === 2 ? fingers(event) : null;
    }, { passive: true });
    this.stage.addEventListener("touchmove", (event) => {
      if (!before || event.touches.length !== 2) return;
      if (event.cancelable) event.preventDefault();
      const now = fingers(event);
      const pixel = this.width / this.zoom / this.svg.getBoundingClientRect().width;
      this.move((before.x - now.x) * pixel, (before.y - now.y) * pixel);
      this.zoomTo(this.zoom * (now.apart / Math.max(before.apart, 1)), this.under(now.x, now.y));
      before = now;
      this.show(true);
    }, { passive: false });
    this.stage.addEventListener("touchend", () => (before = null));
  }

  /** @param {number} clientX @param {number} clientY @returns {[number, number]} a point of the drawing */
  under(clientX, clientY) {
    const box = this.svg.getBoundingClientRect();
    return [
      this.x + ((clientX - box.left) / box.width) * (this.width / this.zoom),
      this.y + ((clientY - box.top) / box.height) * (this.height / this.zoom),
    ];
  }

  /** @param {number} across @param {number} down in units of the drawing */
  move(across, down) {
    this.x = between(this.x + across, 0, this.width - this.width / this.zoom);
    this.y = between(this.y + down, 0, this.height - this.height / this.zoom);
  }

  /** @param {number} zoom @param {[number, number]} [about] the point that stays where it is */
  zoomTo(zoom, about = [this.x + this.width / this.zoom / 2, this.y + this.height / this.zoom / 2]) {
    const wanted = between(zoom, 1, FURTHEST);
    const part = this.zoom / wanted;
    this.x = about[0] - (about[0] - this.x) * part;
    this.y = about[1] - (about[1] - this.y) * part;
    this.zoom = wanted;
    this.move(0, 0);
  }

  /** @param {Event} event a click on one of the buttons */
  pressed(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    if (button?.dataset.zoom) this.zoomed(button.dataset.zoom);
    if (button?.dataset.pan) this.aside(.../** @type {[number, number]} */ (button.dataset.pan.split(" ").map(Number)));
  }

  /** @param {string} way */
  zoomed(way) {
    this.zoomTo(way === "all" ? 1 : way === "in" ? this.zoom * STEP : this.zoom / STEP);
    this.show(true);
  }

  /** @param {number} across @param {number} down in steps */
  aside(across, down) {
    this.move((across * ASIDE * this.width) / this.zoom, (down * ASIDE * this.height) / this.zoom);
    this.show(true);
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = /** @type {Element} */ (event.target).closest(".atlas-mark");
    switch (event.key) {
      case "ArrowLeft": this.aside(-1, 0); break;
      case "ArrowRight": this.aside(1, 0); break;
      case "ArrowUp": this.aside(0, -1); break;
      case "ArrowDown": this.aside(0, 1); break;
      case "+": case "=": this.zoomed("in"); break;
      case "-": case "_": this.zoomed("out"); break;
      case "0": case "Home": this.zoomed("all"); break;
      case "Escape":
        if (!this.chosen.length) return;
        this.close();
        break;
      case "Enter": case " ":
        if (!mark) return;
        this.clicked(event);
        break;
      default: return;
    }
    event.preventDefault();
  }

  /** @param {WheelEvent} event */
  turned(event) {
    if (!event.ctrlKey && !event.metaKey && !this.stage.contains(document.activeElement)) return;
    event.preventDefault();
    this.zoomTo(this.zoom * Math.exp(-event.deltaY * 0.002), this.under(event.clientX, event.clientY));
    this.show(true);
  }

  /** @param {Event} event on a mark */
  clicked(event) {
    const shown = /** @type {Element} */ (event.target).closest(".atlas-mark");
    const mark = this.shown.find((one) => one.element === shown)?.mark;
    if (!mark) return;
    if (mark.kind === "cluster") this.fit(mark.members);
    this.choose(mark.places);
  }

  /** @param {number[]} spots so near that all of their circles are seen whole */
  fit(spots) {
    const dots = spots.map((number) => this.data.spots[number]);
    const [left, right] = [Math.min(...dots.map(([x, , rx]) => x - rx)), Math.max(...dots.map(([x, , rx]) => x + rx))];
    const [top, bottom] = [Math.min(...dots.map(([, y, , ry]) => y - ry)), Math.max(...dots.map(([, y, , ry]) => y + ry))];
    const zoom = Math.min(this.width / (right - left), this.height / (bottom - top)) / 1.3;
    this.zoomTo(Math.max(zoom, this.zoom));
    this.x = (left + right - this.width / this.zoom) / 2;
    this.y = (top + bottom - this.height / this.zoom) / 2;
    this.move(0, 0);
  }

  /** @param {Place[]} places */
  choose(places) {
    this.chosen = places;
    this.list();
    this.show(true);
    /** @type {HTMLElement} */ (this.panel.querySelector("h2")).focus();
  }

  close() {
    this.chosen = [];
    this.show(true);
    this.stage.focus();
  }

  /** @param {number} event whether it may have been in the years that are shown */
  inYears(event) {
    return this.firsts[event] <= this.to && this.lasts[event] >= this.from;
  }

  /** @param {Place[]} places @returns {Set<number>} their events in the years that are shown */
  events(places) {
    return new Set(places.flatMap((place) => place.events.filter((event) => this.inYears(event))));
  }

  /** @param {boolean} anew whether the marks have to be drawn anew; it is done before the next frame */
  show(anew) {
    this.anew ||= anew;
    this.asked ||= requestAnimationFrame(() => {
      this.asked = 0;
      this.frame();
      if (!this.anew) return;
      this.anew = false;
      this.lay();
      this.draw();
      this.say();
      this.list();
      this.write();
    });
  }

  /** Moves the sheet. What has to keep its size on the screen is drawn by a zoom's inverse. */
  frame() {
    const [wide, high, size] = [this.width / this.zoom, this.height / this.zoom, this.size];
    this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${wide} ${high}`);
    for (const { text, x, y } of this.labels) text.setAttribute("transform", `translate(${x} ${y}) scale(${size})`);
    const scale = this.root.querySelector(".atlas-scale");
    if (!scale) return;
    const most = (150 * size) / this.data.kilometre;
    const power = 10 ** Math.floor(Math.log10(most));
    const kilometres = [5, 2, 1].map((step) => step * power).find((one) => one <= most) ?? power;
    const length = (kilometres * this.data.kilometre) / size;
    const foot = this.height / this.grown;
    scale.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${size})`);
    const [bar, text] = scale.children;
    bar.setAttribute("d", `M16 ${foot - 20}v6h${length}v-6`);
    text.setAttribute("x", String(16 + length / 2));
    text.setAttribute("y", String(foot - 22));
    text.textContent = this.phrases.filled("scale", { km: this.phrases.figures(String(Number(kilometres.toPrecision(1)))) });
  }

  /** Lays the finer ground under what is seen, once all of it is there; from afar, the ground of the page. */
  lay() {
    const { across } = this.data.ground;
    const [wide, high] = [this.width / across, this.height / across];
    const seen = [];
    for (let row = Math.floor(this.y / high); row * high < this.y + this.height / this.zoom && row < across; row += 1) {
      for (let column = Math.floor(this.x / wide); column * wide < this.x + this.width / this.zoom && column < across; column += 1) {
        seen.push(`${column}-${row}`);
      }
    }
    const missing = seen.filter((name) => !this.tiles.get(name));
    const near = this.zoom >= NEAR;
    if (near) for (const name of missing) void this.dig(name);
    const fine = near && !missing.length;
    const close = this.marks.parentNode?.querySelector(".atlas-close-ground");
    close?.replaceChildren(...(fine ? seen.map((name) => /** @type {SVGElement} */ (this.tiles.get(name))) : []));
    this.root.querySelector(".atlas-ground")?.setAttribute("display", fine ? "none" : "inline");
  }

  /** @param {string} name a piece of ground, which is laid when it has come */
  async dig(name) {
    if (this.tiles.has(name)) return;
    this.tiles.set(name, null);
    try {
      const layers = await this.file(`${this.root.dataset.ground}${name}.json`);
      const piece = drawn("g", { transform: `scale(${1 / this.data.ground.finer})` });
      for (const [layer, look] of Object.entries(LAYERS)) {
        if (layers[layer]) piece.append(drawn("path", { class: look, d: layers[layer], "fill-rule": "evenodd" }));
      }
      this.tiles.set(name, piece);
      this.lay();
    } catch {
      // Without it, the ground of the page is still there.
    }
  }

  /** @returns {Mark[]} what is seen now, or would be after a small move, the largest first */
  visible() {
    const weights = this.at.map((places) => this.events(places).size);
    const [wide, high] = [this.width / this.zoom, this.height / this.zoom];
    const found = gathered(this.data.spots, weights, 1 / this.size).map(({ members, kind }) => {
      const [x, y, rx, ry] = this.data.spots[members[0]];
      const places = members.flatMap((spot) => this.at[spot]).filter((place) => place.events.some((event) => this.inYears(event)));
      return { members, kind, x, y, rx, ry, places, count: this.events(places).size };
    });
    return found
      .filter(({ x, y, rx, ry }) => x + rx > this.x - wide && x - rx < this.x + 2 * wide && y + ry > this.y - high && y - ry < this.y + 2 * high)
      .sort((one, other) => Number(one.kind === "cluster") - Number(other.kind === "cluster") || other.ry - one.ry);
  }

  /** Draws the marks and their names; the one that had the focus has it again. */
  draw() {
    const marks = this.visible();
    const focused = this.shown.find((one) => one.element === document.activeElement)?.mark;
    this.shown = marks.map((mark) => ({ mark, element: this.element(mark) }));
    this.marks.replaceChildren(...this.shown.map((one) => one.element));
    this.names.replaceChildren(...this.labelled(marks));
    const shared = marks.filter((mark) => mark.kind === "cluster").flatMap((mark) => mark.members);
    const circles = shared.map((spot) => this.data.spots[spot]).filter(([, , , ry]) => ry >= SMALLEST * this.size);
    const made = circles.length <= MOST_CIRCLES ? circles.map(([cx, cy, rx, ry]) => drawn("ellipse", { cx, cy, rx, ry })) : [];
    this.root.querySelector(".atlas-circles")?.replaceChildren(...made);
    if (!focused) return;
    const again = this.shown.find((one) => one.mark.members.includes(focused.members[0]));
    (again ? /** @type {SVGGElement} */ (again.element) : this.stage).focus({ preventScroll: true });
  }

  /** @param {Mark} mark */
  element(mark) {
    const label = this.phrases.mark(mark);
    const made = drawn("g", {
      class: `atlas-mark atlas-${mark.kind}`,
      role: "button",
      tabindex: 0,
      "aria-label": label,
      "aria-pressed": String(this.chosen.length > 0 && mark.places.some((place) => this.chosen.includes(place))),
    });
    made.append(drawn("title", {}, label));
    if (mark.kind === "circle") {
      made.append(drawn("ellipse", { cx: mark.x, cy: mark.y, rx: mark.rx, ry: mark.ry }));
      return made;
    }
    made.setAttribute("transform", `translate(${mark.x} ${mark.y}) scale(${this.size})`);
    const figure = String(mark.count);
    const radius = mark.kind === "ring" ? RING : RADII[Math.min(figure.length, RADII.length - 1)];
    made.append(drawn("circle", { class: "atlas-touch", r: TOUCH }), drawn("ellipse", { rx: radius, ry: radius }));
    if (mark.kind === "cluster") {
      made.append(drawn("text", { y: 6, "text-anchor": "middle", "aria-hidden": "true" }, this.phrases.figures(figure)));
    }
    return made;
  }

  /** @param {Mark[]} marks @returns {SVGElement[]} names that cover neither each other nor a mark */
  labelled(marks) {
    /** @type {number[][]} */
    const taken = marks.filter((mark) => mark.kind !== "circle").map((mark) => {
      const [x, y] = [mark.x / this.size, mark.y / this.size];
      return [x - TOUCH, y - TOUCH, x + TOUCH, y + TOUCH];
    });
    const [left, right] = [this.x / this.size, (this.x + this.width / this.zoom) / this.size];
    const made = [];
    for (const mark of [...marks].sort((one, other) => other.count - one.count)) {
      const text = this.phrases.listed(mark.places, 1);
      const half = this.wide(text) / 2 + OUTLINE;
      const radius = mark.kind === "circle" ? mark.ry / this.size + GAP : TOUCH;
      const [at, y] = [mark.x / this.size, mark.y / this.size];
      // What is in view has its whole name in view.
      const x = at > left && at < right ? between(at, left + half, right - half) : at;
      for (const middle of [y - radius - LINE / 2 - 1, y + radius + LINE / 2 + 1]) {
        const box = [x - half, middle - LINE / 2, x + half, middle + LINE / 2];
        const clear = taken.every((other) => box[0] > other[2] || other[0] > box[2] || box[1] > other[3] || other[1] > box[3]);
        if (!clear) continue;
        taken.push(box);
        const place = `translate(${x * this.size} ${middle * this.size}) scale(${this.size})`;
        made.push(drawn("text", { class: "map-label map-name", y: 7, "text-anchor": "middle", transform: place }, text));
        break;
      }
    }
    return made;
  }

  /** Says how much is shown, and of which years. */
  say() {
    const places = this.places.filter((place) => place.events.some((event) => this.inYears(event)));
    const gaps = {
      events: this.phrases.counted("events", this.events(places).size),
      places: this.phrases.counted("places", places.length),
      first: this.data.yearWords[this.from],
      last: this.data.yearWords[this.to],
    };
    const whole = this.from === 0 && this.to === this.last;
    const status = /** @type {HTMLElement} */ (this.root.querySelector(".atlas-status"));
    const said = places.length ? this.phrases.filled(whole ? "status" : "statusInYears", gaps) : this.data.words.none;
    if (status.textContent !== said) status.textContent = said;
    for (const input of this.yearInputs()) {
      const value = input.dataset.year === "from" ? this.from : this.to;
      const words = this.data.yearWords[value] ?? "";
      input.value = String(value);
      input.setAttribute("aria-valuetext", words);
      const output = this.root.querySelector(`[data-said=${input.dataset.year}]`);
      if (output) output.textContent = words;
    }
  }

  /** Lists what is chosen: the events of a place, or of several the places. */
  list() {
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.panel.querySelector(name));
    this.panel.hidden = !this.chosen.length;
    const key = `${this.from} ${this.to} ${this.chosen.map((place) => this.places.indexOf(place)).join(" ")}`;
    if (!this.chosen.length || key === this.listing) {
      this.listing = this.chosen.length ? key : "";
      return;
    }
    this.listing = key;
    const [place] = this.chosen;
    part("[data-more]").replaceChildren();
    part("[data-chosen]").replaceChildren();
    if (this.chosen.length > 1) {
      part("h2").textContent = this.phrases.counted("places", this.chosen.length);
      part("[data-detail]").textContent = this.phrases.counted("events", this.events(this.chosen).size);
      part("[data-chosen]").append(...this.chosen.map((one) => this.choice(one)));
      return;
    }
    part("h2").textContent = place.name;
    const details = [place.within, this.phrases.filled("within", { km: place.km })];
    if (place.blur) details.push(this.phrases.filled("blurred", { km: place.blur }));
    part("[data-detail]").textContent = details.filter(Boolean).join(" · ");
    void this.tell(place, key);
  }

  /** @param {Place} place */
  choice(place) {
    const line = element("li");
    const gaps = { names: place.name, events: this.phrases.counted("events", this.events([place]).size) };
    const button = element("button", this.phrases.filled("one", gaps), { type: "button" });
    button.addEventListener("click", () => this.choose([place]));
    line.append(button);
    return line;
  }

  /** @param {Place} place @param {string} key what is listed, unless the reader has gone on meanwhile */
  async tell(place, key) {
    /** @type {Told[]} */
    let told = [];
    let failed = false;
    try {
      told = (await this.file(`map/events-${place.file}.json`))[this.places.indexOf(place)] ?? [];
    } catch {
      failed = true;
    }
    if (this.listing !== key) return;
    const shown = told.filter(([event]) => this.inYears(event));
    const lines = shown.map(([, id, title, lang, date]) => {
      const line = element("li");
      line.append(element("a", title, { href: `events/${id}.html`, lang, dir: "auto" }), element("span", date));
      return line;
    });
    const more = /** @type {HTMLElement} */ (this.panel.querySelector("[data-more]"));
    const rest = this.events([place]).size - shown.length;
    const words = failed ? this.data.words.failed : shown.length + rest ? "" : this.data.words.none;
    more.append(words);
    if (place.id) more.append(element("a", this.data.words.page, { href: place.address }));
    if (rest && !failed) more.append(` (${this.phrases.counted("older", rest)})`);
    /** @type {HTMLElement} */ (this.panel.querySelector("[data-chosen]")).replaceChildren(...lines);
  }

  /** @param {string} address @returns {Promise<any>} a file, read once */
  file(address) {
    const found = this.files.get(address) ?? fetched(address);
    this.files.set(address, found);
    found.catch(() => this.files.delete(address));
    return found;
  }

  /** Puts where the reader is into the address. */
  write() {
    const said = new URLSearchParams();
    if (this.zoom > 1) {
      const middle = [this.x / this.width + 0.5 / this.zoom, this.y / this.height + 0.5 / this.zoom];
      said.set("at", [...middle.map((side) => side.toFixed(4)), this.zoom.toFixed(2)].join("_"));
    }
    if (this.from > 0 || this.to < this.last) said.set("years", `${this.data.years[this.from]}_${this.data.years[this.to]}`);
    if (this.chosen.length === 1) said.set("place", this.chosen[0].id || `_${this.chosen[0].name}`);
    const hash = said.toString();
    const now = location.hash.slice(1);
    if (hash === now || (!hash && !now.includes("="))) return;
    history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  /** @returns {boolean} whether the address says where to be; then that is where the reader is */
  read() {
    const said = new URLSearchParams(location.hash.slice(1));
    if (location.hash && !["at", "years", "place"].some((key) => said.has(key))) return false;
    const [x, y, zoom] = (said.get("at") ?? "").split("_").map(Number);
    this.zoom = zoom >= 1 ? Math.min(zoom, FURTHEST) : 1;
    this.x = (Number.isFinite(x) ? x - 0.5 / this.zoom : 0) * this.width;
    this.y = (Number.isFinite(y) ? y - 0.5 / this.zoom : 0) * this.height;
    this.move(0, 0);
    const [first, last] = (said.get("years") ?? "").split("_").map(Number);
    const start = this.data.years.findIndex((year) => year >= first);
    const end = this.data.years.findLastIndex((year) => year <= last);
    const known = said.has("years") && start >= 0 && end >= start;
    [this.from, this.to] = known ? [start, end] : [0, this.last];
    const name = said.get("place");
    this.chosen = this.places.filter((place) => name !== null && (place.id ? place.id === name : `_${place.name}` === name)).slice(0, 1);
    return true;
  }
}

/** @param {string} address @returns {Promise<any>} */
async function fetched(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const root = /** @type {HTMLElement | null} */ (document.querySelector(".atlas"));
if (root?.dataset.places) {
  fetched(root.dataset.places).then((data) => new Atlas(root, data), () => {});
}
