// SPDX-License-Identifier: MIT
/**
 * The ids that a site knows, with their names: which there are, and which fit what somebody types.
 * @module
 */

/** @typedef {{id: string, name: string, around?: string | null, isAroundWide?: boolean, lat?: number | null, lon?: number | null}} Thing */

const MOST_OFFERED = 30;
const EARTH_RADIUS_M = 6_371_008.8;

/** The places, actors, sources and tags of a site. */
export class Known {
  /** @param {Record<string, {known: any[][], more: number}>} plain what `known.json` says */
  constructor(plain) {
    /** @type {Map<string, Map<string, Thing>>} */
    this.things = new Map();
    /** Whether all of a kind are there. @type {Map<string, boolean>} */
    this.complete = new Map();
    for (const [kind, { known, more }] of Object.entries(plain)) {
      const things = known.map(([id, name, around, isAroundWide, lat, lon]) => ({ id, name, around, isAroundWide, lat, lon }));
      this.things.set(kind, new Map(things.map((thing) => [thing.id, thing])));
      this.complete.set(kind, more === 0);
    }
  }

  /**
   * The ids of a kind, or null where there are more than are known here.
   * @param {string} kind
   */
  ids(kind) {
    return this.complete.get(kind) ? (this.things.get(kind) ?? null) : null;
  }

  /**
   * Those of some kinds whose id or name holds what is typed, those that begin so first.
   * @param {string[]} kinds @param {string} typed
   */
  offered(kinds, typed) {
    const wanted = folded(typed);
    const found = kinds.flatMap((kind) => [...(this.things.get(kind)?.values() ?? [])]).filter(
      ({ id, name }) => folded(id).includes(wanted) || folded(name).includes(wanted),
    );
    const late = (/** @type {Thing} */ { id, name }) => Number(!folded(id).startsWith(wanted) && !folded(name).startsWith(wanted));
    return found.sort((one, other) => late(one) - late(other)).slice(0, MOST_OFFERED);
  }

  /**
   * By what a place is known: its own id, and that of what it lies in unless that is wide.
   * @param {string} id
   */
  namesOf(id) {
    const place = this.things.get("places")?.get(id);
    return place?.around && !place.isAroundWide ? [id, place.around] : [id];
  }

  /**
   * How many metres two places are apart, or Infinity where one has no position.
   * @param {string} one @param {string} other
   */
  distance(one, other) {
    const [here, there] = [one, other].map((id) => this.things.get("places")?.get(id));
    if (typeof here?.lat !== "number" || typeof there?.lat !== "number") return Infinity;
    const [from, to, apart] = [here.lat, there.lat, Number(there.lon) - Number(here.lon)].map((angle) => (angle * Math.PI) / 180);
    const half = Math.sin((to - from) / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(apart / 2) ** 2;
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}

/** @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
