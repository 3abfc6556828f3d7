// SPDX-License-Identifier: MIT
/**
 * Brings the tools of a page to life when a reader first uses them, or came by the address of a choice.
 *
 * Until then the page reads nothing more than itself.
 * @module
 */

const strip = /** @type {HTMLElement | null} */ (document.querySelector(".strip[data-marks]"));
const filters = /** @type {HTMLDetailsElement | null} */ (document.querySelector("details.filters"));
const base = strip?.dataset.marks ?? filters?.dataset.marks;

/** @type {Promise<import("./timestrip.js").Timestrip> | undefined} */
let tool;
/** @type {Promise<void> | undefined} */
let form;

async function opened() {
  const { selection } = await import("./selection.js");
  return { selection, marks: await selection.open(base ?? "marks/", strip?.dataset.scope) };
}

/** The strip as a tool. */
function startStrip() {
  tool ??= Promise.all([opened(), import("./timestrip.js")]).then(
    ([{ marks }, { Timestrip }]) => new Timestrip(/** @type {HTMLElement} */ (strip), marks),
  );
  tool.catch(() => {
    tool = undefined; // the drawing stays; the next use tries again
  });
  return tool;
}

/** The filters and their results. */
function startFilters() {
  form ??= Promise.all([opened(), import("./filters.js"), import("./results.js")]).then(
    async ([{ marks }, { Filters }, { Results }]) => {
      const box = /** @type {HTMLDetailsElement} */ (filters);
      const values = await marks.values();
      const held = /** @type {HTMLTemplateElement} */ (box.querySelector("template")).content;
      const made = /** @type {HTMLFormElement} */ (held.querySelector("form"));
      box.querySelector(".filters-script")?.remove();
      box.append(made);
      const shown = new Filters(made, marks, values);
      const label = (/** @type {string} */ facet, /** @type {string} */ key) =>
        shown.facets.find((one) => one.facet === facet)?.label(key) ?? key;
      const results = /** @type {HTMLElement} */ (document.querySelector(".results"));
      new Results(results, label, box.dataset.root ?? "", box.dataset.records ?? "");
    },
  );
  form.catch(() => {
    form = undefined;
  });
  return form;
}

if (location.protocol !== "file:" && base) {
  if (strip) {
    strip.classList.add("strip-ready");
    // A page about something reads the whole index for it, so there only a button does.
    for (const use of strip.dataset.scope ? [] : ["pointerenter", "focusin", "touchstart"]) {
      strip.addEventListener(use, () => void startStrip(), { once: true, passive: true });
    }
    strip.addEventListener("click", (event) => {
      const act = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-act]"))?.dataset.act;
      if (act) void startStrip().then((one) => one.act(act));
      if (act === "keep" && filters) void startFilters();
    });
    strip.addEventListener("change", (event) => {
      const { name, value } = /** @type {HTMLSelectElement} */ (event.target);
      if (name === "lanes") void startStrip().then((one) => one.setLanes(/** @type {any} */ (value)));
    });
  }
  if (filters) {
    filters.addEventListener("toggle", () => void startFilters());
    document.addEventListener("dateline:selection", (event) => {
      if (/** @type {CustomEvent} */ (event).detail.active) void startFilters();
    });
    if (filters.open) void startFilters();
    if (/[?&](from|to|type|place|actor|verification|source|tag)=/.test(location.search)) {
      void startFilters();
      if (strip) void startStrip();
    }
  }
}
