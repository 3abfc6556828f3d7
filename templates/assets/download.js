// SPDX-License-Identifier: MIT
/**
 * The chosen events as a file, made in the browser: CSV that no spreadsheet runs, or JSON.
 * @module
 */

/** @typedef {Record<string, string | string[] | null>} Row */

// A cell that begins so is taken for a formula, whatever stands around it (OWASP, "CSV injection").
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n＝＋－＠]/u;
const [JOINED, BYTE_ORDER_MARK] = ["; ", "\uFEFF"];

/** In the order of the columns. */
const COLUMNS = /** @type {const} */ ([
  "id", "title", "date", "date_in_words", "earliest", "latest", "verification", "verification_label",
  "type", "places", "actors", "sources", "tags", "record", "record_as_json",
]);

/**
 * Each chosen event as a row; the record is linked, and says who claims what.
 * @param {import("./marks.js").Marks} marks @param {Iterable<number>} indexes
 * @param {(facet: import("./marks.js").Facet, key: string) => string} label @param {string} root
 * @param {string} records the way to the data
 * @returns {Promise<Row[]>}
 */
export async function rowsOf(marks, indexes, label, root, records) {
  const wanted = [...indexes];
  await marks.nameAll(wanted);
  const [pages, data] = [root, records].map((way) => new URL(way || ".", document.baseURI));
  return wanted.map((index) => {
    const named = /** @type {import("./marks.js").Named} */ (marks.named(index));
    const verification = marks.keysOf(index, "verification")[0] ?? "";
    return {
      id: named.id,
      title: named.title,
      date: named.date,
      date_in_words: named.when,
      earliest: named.earliest,
      latest: named.latest,
      verification,
      verification_label: label("verification", verification),
      type: marks.keysOf(index, "type")[0] ?? null,
      places: named.where,
      actors: marks.keysOf(index, "actor"),
      sources: marks.keysOf(index, "source"),
      tags: marks.keysOf(index, "tag"),
      record: new URL(`events/${named.id}.html`, pages).href,
      record_as_json: new URL(`events/${named.id}.json`, data).href,
    };
  });
}

/**
 * One cell: quoted, and with an apostrophe before what would run.
 * @param {string | string[] | null} value
 */
export function cell(value) {
  const text = Array.isArray(value) ? value.join(JOINED) : (value ?? "");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** @param {Row[]} rows */
export function csv(rows) {
  const lines = [COLUMNS.map(cell), ...rows.map((row) => COLUMNS.map((name) => cell(row[name])))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(",")}\r\n`).join("");
}

/**
 * @param {Row[]} rows @param {string} address of the choice @param {string} title of the site
 */
export const json = (rows, address, title) =>
  `${JSON.stringify({ title, selection: address, count: rows.length, events: rows }, null, 2)}\n`;

/**
 * @param {string} name @param {string} type @param {string} text
 */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
