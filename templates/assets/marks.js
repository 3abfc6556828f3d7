// SPDX-License-Identifier: MIT
/**
 * The events of the timeline as columns, read in chunks from this site's own `marks/` when they are needed.
 *
 * Events are numbered in the order of the timeline. What a chunk holds is known once it was found
 * (days, flags, keys) or named (id, title, words); both are read at most once.
 * @module
 */

/** @typedef {"type" | "place" | "actor" | "verification" | "source" | "tag"} Facet */
/** @typedef {{offsets: Uint32Array, keys: Uint32Array}} Keyed which keys each event of a chunk has */
/** @typedef {{name: string, first: number, from: number, to: number, count: number, version: string}} Chunk */
/** @typedef {{id: string, title: string, lang: string, when: string, where: string[], date: string,
 *   earliest: string | null, latest: string | null}} Named */
/** @typedef {{values: [string, string, number][], more: number}} Values */

/** @type {Facet[]} */
export const FACETS = ["type", "place", "actor", "verification", "source", "tag"];
export const UNCERTAIN = 1;
export const OPEN_START = 2;
export const OPEN_END = 4;
export const SERIES = 8;
export const CONTEXT = 16;

const AT_ONCE = 6;

/** A timeline's events, as far as they were asked for. */
export class Marks {
  /**
   * @param {string} base where the files are
   * @param {any} overview what `overview.json` says
   */
  constructor(base, overview) {
    this.base = base;
    /** @type {number} */
    this.count = overview.count;
    /** @type {[number, number][]} */
    this.stretches = overview.stretches;
    /** What stands in each break, and in full. @type {[string, string][]} */
    this.breaks = overview.breaks;
    /** @type {number[]} */
    this.bins = overview.bins;
    /** @type {import("./timescale.js").Words} */
    this.words = overview.words;
    let before = 0;
    /** @type {Chunk[]} */
    this.chunks = overview.chunks.map(
      (/** @type {[string, number, number, number, number, string]} */ [name, from, , to, count, version]) => {
        before += count;
        return { name, first: before - count, from, to, count, version };
      },
    );
    this.starts = new Float64Array(this.count);
    this.ends = new Float64Array(this.count);
    this.flags = new Uint8Array(this.count);
    /** @type {(Record<Facet, Keyed> | undefined)[]} */
    this.keyed = [];
    /** @type {(Record<string, any[]> | undefined)[]} */
    this.names = [];
    /** The number of each key that was met. @type {Record<Facet, Map<string, number>>} */
    this.keys = { type: new Map(), place: new Map(), actor: new Map(), verification: new Map(), source: new Map(), tag: new Map() };
    /** @type {Map<string, Promise<any>>} */
    this.asked = new Map();
    this.version = overview.values;
  }

  /**
   * The marks of the site whose `marks/` folder is at `base`.
   * @param {string} base
   */
  static async open(base) {
    return new Marks(base, await read(new URL("overview.json", base)));
  }

  /**
   * By what one can choose, with labels and how many events each has.
   * @returns {Promise<Record<Facet | "role", Values>>}
   */
  values() {
    return this.#once("values.json", this.version, (plain) => plain);
  }

  /**
   * What the facets of a chunk are; the days of its events are known then.
   * @param {number} number
   */
  find(number) {
    const chunk = this.chunks[number];
    return this.#once(`${chunk.name}.json`, chunk.version, (plain) => this.#found(number, plain));
  }

  /**
   * What the events of a chunk are called.
   * @param {number} number
   */
  name(number) {
    const chunk = this.chunks[number];
    return this.#once(`${chunk.name}-names.json`, chunk.version, (plain) => {
      this.names[number] = plain;
    });
  }

  /**
   * Find every chunk, a few at a time; `progress` hears how many are there.
   * @param {(done: number, of: number) => void} [progress]
   */
  async findAll(progress) {
    await this.#each(this.chunks.keys(), (number) => this.find(number), progress);
  }

  /**
   * Name the chunks that some events are in.
   * @param {Iterable<number>} indexes
   */
  async nameAll(indexes) {
    await this.#each(new Set([...indexes].map((index) => this.chunkOf(index))), (number) => this.name(number));
  }

  /** Whether every chunk was found. */
  get complete() {
    return this.chunks.every((_, number) => this.keyed[number]);
  }

  /**
   * The number of the chunk that an event is in.
   * @param {number} index
   */
  chunkOf(index) {
    let [low, high] = [0, this.chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.chunks[middle].first <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * An event by its number, or null until its chunk was named.
   * @param {number} index @returns {Named | null}
   */
  named(index) {
    const number = this.chunkOf(index);
    const [names, place] = [this.names[number], index - this.chunks[number].first];
    if (!names) return null;
    const { id, title, lang, when, where, date, earliest, latest } = names;
    return {
      id: id[place], title: title[place], lang: lang[place], when: when[place],
      where: where[place], date: date[place], earliest: earliest[place], latest: latest[place],
    };
  }

  /**
   * The keys that an event has in a facet.
   * @param {number} index @param {Facet} facet @returns {string[]}
   */
  keysOf(index, facet) {
    const number = this.chunkOf(index);
    const keyed = this.keyed[number];
    if (!keyed) return [];
    const { offsets, keys } = keyed[facet];
    const place = index - this.chunks[number].first;
    const known = this.spelled(facet);
    return [...keys.subarray(offsets[place], offsets[place + 1])].map((key) => known[key]);
  }

  /**
   * The keys of a facet by their numbers.
   * @param {Facet} facet
   */
  spelled(facet) {
    return [...this.keys[facet].keys()];
  }

  /**
   * @param {number} number @param {any} plain
   */
  #found(number, plain) {
    const { first, count } = this.chunks[number];
    let day = 0;
    for (let place = 0; place < count; place += 1) {
      day += plain.starts[place];
      this.starts[first + place] = day;
      this.ends[first + place] = day + plain.lengths[place];
      this.flags[first + place] = plain.flags[place];
    }
    /** @type {any} */
    const keyed = {};
    for (const facet of FACETS) keyed[facet] = this.#keyed(facet, plain[facet], count);
    this.keyed[number] = keyed;
  }

  /**
   * @param {Facet} facet @param {{keys: string[], counts: number[], at: number[]}} column
   * @param {number} count @returns {Keyed}
   */
  #keyed(facet, column, count) {
    const known = this.keys[facet];
    const numbers = column.keys.map((key) => {
      if (!known.has(key)) known.set(key, known.size);
      return /** @type {number} */ (known.get(key));
    });
    const offsets = new Uint32Array(count + 1);
    column.counts.forEach((many, place) => {
      offsets[place + 1] = offsets[place] + many;
    });
    return { offsets, keys: Uint32Array.from(column.at, (key) => numbers[key]) };
  }

  /**
   * @template T
   * @param {string} path @param {string} version @param {(plain: any) => T} use @returns {Promise<T>}
   */
  #once(path, version, use) {
    let asked = this.asked.get(path);
    if (!asked) {
      asked = read(new URL(`${path}?${version}`, this.base)).then(use);
      this.asked.set(path, asked);
      asked.catch(() => this.asked.delete(path)); // so that it can be tried again
    }
    return asked;
  }

  /**
   * @param {Iterable<number>} numbers @param {(number: number) => Promise<unknown>} ask
   * @param {(done: number, of: number) => void} [progress]
   */
  async #each(numbers, ask, progress) {
    const waiting = [...numbers];
    const of = waiting.length;
    let done = 0;
    const next = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        await ask(number);
        done += 1;
        progress?.(done, of);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }
}

/**
 * @param {URL} url
 */
async function read(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return answer.json();
}
