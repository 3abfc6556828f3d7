// SPDX-License-Identifier: MIT
/**
 * Where each event of a stretch of time falls, in pixels from where time begins: pure, as in the build.
 *
 * Few events are bars in rows, more are columns that can be followed, and beyond `MOST_LINKS` a fine
 * histogram for a canvas. With lanes each lane has its own.
 * @module
 */

import { OPEN_END, OPEN_START, SERIES, UNCERTAIN } from "./marks.js";

/** @typedef {import("./marks.js").Facet} Facet */
/** @typedef {{index: number, x: number, y: number, width: number, room: number, uncertain: boolean,
 *   open: "" | "start" | "end" | "both", series: boolean}} Bar `room` is free behind it in its row */
/** @typedef {{x: number, y: number, width: number, height: number, count: number, index: number}} Column */
/** @typedef {{label: string, top: number, bars: Bar[], columns: Column[]}} Lane */
/** @typedef {{key: string | null, label: string}} LaneKey a lane's value; null takes what has none of them */
/** @typedef {{width: number, axis: number, lanes: Lane[], series: Bar[], fine: boolean, count: number}} Layout */
/** @typedef {{indexes: ArrayLike<number>, starts: Float64Array, ends: Float64Array}} Placed events with their
 *   places on the line */

export const MOST_LINKS = 2000;
const [ROW, BAR, NARROWEST, TOP, HEADING] = [28, 24, 6, 28, 22];
const [MOST_ROWS, MOST_LANE_ROWS, MOST_SERIES_ROWS] = [10, 4, 4];
const [TALLEST, LANE_TALLEST, COLUMN, FINE] = [96, 48, 12, 2];

/**
 * The places of events on the line.
 * @param {import("./marks.js").Marks} marks @param {Uint32Array} indexes
 * @param {import("./timescale.js").Scale} scale @returns {Placed}
 */
export function placed(marks, indexes, scale) {
  const [starts, ends] = [new Float64Array(indexes.length), new Float64Array(indexes.length)];
  indexes.forEach((index, at) => {
    starts[at] = scale.at(marks.starts[index]);
    ends[at] = scale.at(Math.max(marks.ends[index], marks.starts[index])) + 1;
  });
  return { indexes, starts, ends };
}

/**
 * The layout of a view.
 * @param {import("./marks.js").Marks} marks @param {Placed} events @param {[number, number]} view
 * @param {number} width @param {Facet | ""} facet @param {LaneKey[]} keys the lanes of the facet
 * @returns {Layout}
 */
export function layout(marks, events, view, width, facet, keys) {
  const pixels = width / (view[1] - view[0]);
  const [shown, series] = inView(marks, events, view);
  const fine = shown.length > MOST_LINKS;
  const bar = (/** @type {number} */ at) => barOf(marks, events, at, view[0], pixels);
  const groups = facet ? grouped(marks, events, shown, facet, keys) : [{ label: "", held: shown }];
  const [most, tallest] = facet ? [MOST_LANE_ROWS, LANE_TALLEST] : [MOST_ROWS, TALLEST];
  let top = TOP;
  /** @type {Lane[]} */
  const lanes = groups.map(({ label, held }) => {
    const start = top + (label ? HEADING : 0);
    const bars = fine ? null : rows(held.map(bar), start, most, width);
    const columns = bars ? [] : columnsOf(events, held, view[0], pixels, start, tallest, fine ? FINE : COLUMN);
    const lane = { label, top, bars: bars ?? [], columns };
    const used = bars ? Math.max(ROW, ...bars.map((one) => one.y + ROW - start)) : tallest + 4;
    top = start + used;
    return lane;
  });
  const bands = rows(series.map(bar), top, MOST_SERIES_ROWS, width, true) ?? [];
  const axis = Math.max(top, ...bands.map((one) => one.y + ROW));
  return { width, axis, lanes, series: bands, fine, count: shown.length };
}

/**
 * The layout of a view of which only the overview's parts are known.
 * @param {number[]} bins @param {number} end where the line ends @param {[number, number]} view
 * @param {number} width @returns {Layout}
 */
export function overviewLayout(bins, end, view, width) {
  const wide = end / bins.length;
  /** @type {Column[]} */
  const columns = [];
  let most = 1;
  for (let x = 0; x < width; x += FINE) {
    const place = view[0] + ((x + FINE / 2) * (view[1] - view[0])) / width;
    const count = bins[Math.floor(place / wide)] ?? 0;
    if (count) columns.push({ x, y: 0, width: FINE, height: 0, count, index: -1 });
    most = Math.max(most, count);
  }
  raise(columns, most, TOP, TALLEST);
  const [first, last] = view.map((place) => Math.floor(place / wide));
  const count = bins.slice(Math.max(0, first), Math.max(0, last + 1)).reduce((sum, one) => sum + one, 0);
  const axis = TOP + TALLEST + 4;
  return { width, axis, lanes: [{ label: "", top: TOP, bars: [], columns }], series: [], fine: true, count };
}

/**
 * Positions in `events` of what is in view: events, and series apart.
 * @param {import("./marks.js").Marks} marks @param {Placed} events @param {[number, number]} view
 * @returns {[number[], number[]]}
 */
function inView(marks, { indexes, starts, ends }, [from, to]) {
  /** @type {[number[], number[]]} */
  const found = [[], []];
  for (let at = 0; at < indexes.length; at += 1) {
    if (starts[at] < to && ends[at] > from) found[marks.flags[indexes[at]] & SERIES ? 1 : 0].push(at);
  }
  return found;
}

/**
 * What is in view, by lane; an event stands in every lane that it belongs to.
 * @param {import("./marks.js").Marks} marks @param {Placed} events @param {number[]} shown
 * @param {Facet} facet @param {LaneKey[]} keys
 */
function grouped(marks, events, shown, facet, keys) {
  const known = marks.keys[facet];
  const laneOf = new Int8Array(known.size).fill(-1);
  const rest = keys.findIndex(({ key }) => key === null);
  keys.forEach(({ key }, lane) => {
    const number = key === null ? undefined : known.get(key);
    if (number !== undefined) laneOf[number] = lane;
  });
  /** @type {{label: string, held: number[]}[]} */
  const lanes = keys.map(({ label }) => ({ label, held: [] }));
  for (const at of shown) {
    const number = marks.chunkOf(events.indexes[at]);
    const keyed = marks.keyed[number]?.[facet];
    const place = events.indexes[at] - marks.chunks[number].first;
    let has = false;
    for (let one = keyed?.offsets[place] ?? 0; keyed && one < keyed.offsets[place + 1]; one += 1) {
      const lane = laneOf[keyed.keys[one]];
      if (lane >= 0) lanes[lane].held.push(at);
      has ||= lane >= 0;
    }
    if (!has && rest >= 0) lanes[rest].held.push(at);
  }
  return lanes.filter(({ held }, lane) => held.length || lane !== rest);
}

/**
 * @param {import("./marks.js").Marks} marks @param {Placed} events @param {number} at
 * @param {number} from @param {number} pixels @returns {Bar}
 */
function barOf(marks, events, at, from, pixels) {
  const index = events.indexes[at];
  const flags = marks.flags[index];
  const x = (events.starts[at] - from) * pixels;
  const open = flags & OPEN_START ? (flags & OPEN_END ? "both" : "start") : flags & OPEN_END ? "end" : "";
  return {
    index, x, y: 0, room: 0, open,
    width: Math.max(NARROWEST, (events.ends[at] - events.starts[at]) * pixels - 1),
    uncertain: (flags & UNCERTAIN) > 0,
    series: (flags & SERIES) > 0,
  };
}

/**
 * The bars, each in the first row that is free; null where that takes too many rows, unless what is too
 * much may be left out.
 * @param {Bar[]} bars in the order of time @param {number} top @param {number} most @param {number} width
 * @param {boolean} [some] @returns {Bar[] | null}
 */
function rows(bars, top, most, width, some = false) {
  /** @type {Bar[]} */
  const last = [];
  const kept = [];
  for (const bar of bars) {
    let row = last.findIndex((one) => one.x + Math.max(one.width + 1, BAR) <= bar.x);
    if (row < 0) row = last.length;
    if (row >= most) {
      if (some) continue;
      return null;
    }
    if (last[row]) last[row].room = bar.x - last[row].x - last[row].width;
    last[row] = bar;
    bar.y = top + row * ROW;
    kept.push(bar);
  }
  for (const bar of last) bar.room = width - bar.x - bar.width;
  return kept;
}

/**
 * A histogram of where events begin; each column knows its first event.
 * @param {Placed} events @param {number[]} held @param {number} from @param {number} pixels
 * @param {number} top @param {number} tallest @param {number} wide @returns {Column[]}
 */
function columnsOf(events, held, from, pixels, top, tallest, wide) {
  /** @type {Map<number, Column>} */
  const found = new Map();
  let most = 1;
  for (const at of held) {
    // What began before the view is counted at its edge.
    const column = Math.max(0, Math.floor(((events.starts[at] - from) * pixels) / wide));
    const one = found.get(column);
    if (one) most = Math.max(most, (one.count += 1));
    else {
      found.set(column, { x: column * wide, y: 0, width: wide, height: 0, count: 1, index: events.indexes[at] });
    }
  }
  const columns = [...found.values()];
  raise(columns, most, top, tallest);
  return columns;
}

/**
 * @param {Column[]} columns @param {number} most @param {number} top @param {number} tallest
 */
function raise(columns, most, top, tallest) {
  for (const one of columns) {
    one.height = Math.max(2, (tallest * one.count) / most);
    one.y = top + tallest - one.height;
  }
}
