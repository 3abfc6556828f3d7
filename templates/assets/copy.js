// SPDX-License-Identifier: MIT
// Buttons that copy the text of an element: <button data-copy="its id" data-done="…" data-failed="…" hidden>.
// They are hidden until this module runs, and what came of a press is told in the status beside them.

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} element
 * @param {HTMLElement} status
 */
async function copy(button, element, status) {
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(plain(element));
    status.textContent = button.dataset.done ?? "";
  } catch {
    getSelection()?.selectAllChildren(element);
    status.textContent = button.dataset.failed ?? "";
  }
}

/**
 * The text on one line, without the signs that only say where another direction of writing begins.
 *
 * @param {HTMLElement} element
 */
function plain(element) {
  return (element.textContent ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-copy]"))) {
  const element = document.getElementById(button.dataset.copy ?? "");
  const status = /** @type {HTMLElement | null} */ (button.parentElement?.querySelector("[role=status]"));
  if (element && status && navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button, element, status));
  }
}
