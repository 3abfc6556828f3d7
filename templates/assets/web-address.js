// SPDX-License-Identifier: MIT
/**
 * Refuses addresses as `dateline/urls.py` does, in the same words.
 *
 * It leaves to `check` what takes the tables of Unicode: hosts in other letters than Latin ones are
 * not put into punycode here, and nobody is warned of letters that look alike.
 * @module
 */

import { Fault, lengthOf, shown, trimmed } from "./shown.js";

const [LONGEST, LONGEST_HOST, LAST_PORT] = [2000, 253, 65535];
const SCHEMES = ["http", "https", "mailto"];
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):([^]*)$/;
const AUTHORITY = /^\/\/([^/?#]*)([^]*)$/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const OTHER_LABEL = /^[-_\p{L}\p{M}\p{N}]+$/u;
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/;
const MAILBOX = /^[A-Za-z0-9._+~-]{1,64}$/;
const MAIL_QUERY = /^\?(?:subject|body)=[^&]*(?:&(?:subject|body)=[^&]*)*$/;
const IN_FULL = "write it in full: https://example.org/a";
const SPACE = /(?!\ufeff)[\s\x1c-\x1f\x85]/;
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}]/u;

/**
 * Whether a text that is no id was meant as an address, however badly written.
 * @param {string} text
 */
export const meantAsAddress = (text) =>
  !looksLikeId(text) && (text.includes("://") || (!SPACE.test(text) && /[.:/]/.test(text)));

/** Whether a text is written like an id. @param {string} text */
export const looksLikeId = (text) => /^-*[a-z0-9][a-z0-9-]*$/.test(text);

/**
 * Throw a Fault unless the text is an address that may be linked.
 * @param {string} typed @returns {string} the address
 */
export function readAddress(typed) {
  const text = trimmed(typed);
  refuseBadCharacters(text);
  const found = SCHEME.exec(text);
  const scheme = found ? found[1].toLowerCase() : "";
  if (!found || scheme.includes(".") || scheme === "localhost") throw withoutScheme(text);
  if (!SCHEMES.includes(scheme)) {
    const name = shown(`${found[1]}:`, 40);
    throw new Fault(
      `only http, https and mailto links are allowed, not ${name}`, "link to a web page that holds it", "url-scheme",
    );
  }
  if (scheme === "mailto") readMail(found[2]);
  else readWeb(scheme, found[2]);
  return text;
}

/** @param {string} text */
function refuseBadCharacters(text) {
  if (!text) throw new Fault("the address is empty", IN_FULL);
  const length = lengthOf(text);
  if (length > LONGEST) {
    const figures = (/** @type {number} */ number) => number.toLocaleString("en-US");
    throw new Fault(`the address has ${figures(length)} characters, the limit is ${figures(LONGEST)}`, "link a shorter form");
  }
  for (const letter of text) {
    if (letter === "\\") throw new Fault("an address holds no backslash", "write / instead of \\");
    if (SPACE.test(letter)) {
      throw new Fault(`an address holds no space (${named(letter)})`, "write %20 for a space, or take the space out");
    }
    if (INVISIBLE.test(letter)) throw new Fault(`an address holds no invisible character (${named(letter)})`, "take it out");
  }
}

/** @param {string} letter */
const named = (letter) =>
  `U+${/** @type {number} */ (letter.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0")}`;

/** @param {string} text @returns {Fault} */
function withoutScheme(text) {
  if (text.startsWith("//") || text.split("/")[0].includes(".")) {
    try {
      const meant = readAddress(`https://${text.startsWith("//") ? text.slice(2) : text}`);
      return new Fault(`did you mean ${meant}?`, "begin with https://");
    } catch (fault) {
      if (fault instanceof Fault && fault.name === "url-userinfo") return fault;
    }
  }
  return new Fault(`${shown(text)} is not a web address`, IN_FULL);
}

/** @param {string} scheme @param {string} rest */
function readWeb(scheme, rest) {
  const found = AUTHORITY.exec(rest);
  if (!found) {
    throw new Fault(`the address needs two slashes after ${scheme}:`, `${scheme}://${rest.replace(/^\/+/, "")}`);
  }
  const at = found[1].lastIndexOf("@");
  const authority = found[1].slice(at + 1);
  if (at >= 0) {
    const real = readableHost(authority);
    throw new Fault(`the real host is ${real}`, `take out what stands before ${real}`, "url-userinfo");
  }
  hostAndPort(authority);
}

/** @param {string} authority */
function readableHost(authority) {
  try {
    return hostAndPort(authority);
  } catch {
    return shown(authority);
  }
}

/** @param {string} rest */
function readMail(rest) {
  const mark = rest.indexOf("?");
  const mailbox = mark < 0 ? rest : rest.slice(0, mark);
  const at = mailbox.lastIndexOf("@");
  if (!MAILBOX.test(mailbox.slice(0, Math.max(at, 0)))) {
    throw new Fault(`${shown(mailbox)} is not a mail address`, "write mailto:name@example.org");
  }
  host(mailbox.slice(at + 1));
  if (mark >= 0 && !MAIL_QUERY.test(rest.slice(mark))) {
    throw new Fault("after a mail address only subject= and body= may follow", "take the rest out");
  }
}

/** The host for people. @param {string} authority */
function hostAndPort(authority) {
  if (authority.startsWith("[")) {
    const end = authority.indexOf("]");
    const address = end < 0 || authority.slice(0, end).includes("%") ? "" : authority.slice(1, end);
    const url = /^[0-9A-Fa-f:.]+$/.test(address) ? `https://[${address}]/` : "";
    if (!url || !URL.canParse(url)) throw new Fault(`${shown(authority)} is not a host`);
    port(authority.slice(end + 1));
    return new URL(url).hostname;
  }
  const colon = authority.indexOf(":");
  const found = host(colon < 0 ? authority : authority.slice(0, colon));
  port(colon < 0 ? "" : authority.slice(colon));
  return found;
}

/** @param {string} text */
function port(text) {
  const digits = Number(text.slice(1));
  if (text && !(/^:0*[0-9]{1,5}$/.test(text) && digits >= 1 && digits <= LAST_PORT)) {
    throw new Fault(`${shown(text.slice(1))} is not a port`, "leave the port out");
  }
}

/** @param {string} text */
function host(text) {
  if (!text) throw new Fault("the address has no host", IN_FULL);
  const readable = text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(/\.$/, "");
  const labels = readable.split(".");
  for (const label of labels) {
    const plain = /^[\x00-\x7f]*$/.test(label);
    if (!(plain ? LABEL : OTHER_LABEL).test(label)) throw new Fault(`${shown(label)} is not part of a host`, "check the address");
  }
  if (readable.length > LONGEST_HOST) throw new Fault("the host is too long", "check the address");
  if (NUMBER.test(labels[labels.length - 1]) && !IPV4.test(readable)) {
    throw new Fault(`${shown(text)} is not a host`, "write the name of the host");
  }
  return readable;
}
