// SPDX-License-Identifier: MIT
// The key / leads to the box to search in, unless the reader has switched that off on the search page.

document.addEventListener("keydown", (event) => {
  const target = /** @type {Element} */ (event.target);
  const meant = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!meant || event.defaultPrevented || isOff() || target.closest("input, textarea, select, [contenteditable]")) return;
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("form[role=search] input[name=q]"));
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/** @returns {boolean} Whether the reader wants / to be a key like any other. */
function isOff() {
  try {
    return localStorage.getItem("dateline-slash") === "off";
  } catch {
    return false; // the browser keeps nothing for this site
  }
}
