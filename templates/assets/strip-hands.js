// SPDX-License-Identifier: MIT
/**
 * What hands do to the line of time: drag, pinch, turn a wheel, press keys.
 *
 * A wheel moves the page unless a modifier key is held or the line has the focus. A drag along the
 * dates, or anywhere while a stretch is being chosen or Shift is held, chooses a stretch.
 * @module
 */

/**
 * @typedef {object} Moves what the hands can do; places are parts of the width, from where time begins
 * @property {(factor: number, at: number) => void} zoom
 * @property {(part: number) => void} pan
 * @property {() => void} whole
 * @property {(from: number, to: number, done: boolean) => void} brush
 * @property {() => boolean} isBrushing
 * @property {(y: number) => boolean} isDates
 * @property {(at: number, y: number) => void} press
 * @property {boolean} mirrored
 */

const MOVED = 5;
const WHEEL_STEP = 0.002;
const KEYS = /** @type {Record<string, (moves: Moves) => void>} */ ({
  ArrowLeft: (moves) => moves.pan(moves.mirrored ? 0.2 : -0.2),
  ArrowRight: (moves) => moves.pan(moves.mirrored ? -0.2 : 0.2),
  "+": (moves) => moves.zoom(0.5, 0.5),
  "=": (moves) => moves.zoom(0.5, 0.5),
  "-": (moves) => moves.zoom(2, 0.5),
  0: (moves) => moves.whole(),
  Home: (moves) => moves.whole(),
});

/**
 * @param {HTMLElement} frame @param {Moves} moves
 */
export function listen(frame, moves) {
  const hands = new Hands(frame, moves);
  frame.addEventListener("wheel", (event) => hands.wheel(event), { passive: false });
  frame.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act(moves);
  });
  frame.addEventListener("pointerdown", (event) => hands.down(event));
  frame.addEventListener("pointermove", (event) => hands.move(event));
  frame.addEventListener("pointerup", (event) => hands.up(event));
  frame.addEventListener("pointercancel", (event) => hands.up(event, true));
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  frame.addEventListener("click", (event) => hands.click(event), true);
}

class Hands {
  /** @param {HTMLElement} frame @param {Moves} moves */
  constructor(frame, moves) {
    this.frame = frame;
    this.moves = moves;
    /** @type {Map<number, number>} where each finger is */
    this.at = new Map();
    /** @type {{x: number, at: number, brushes: boolean} | null} */
    this.begun = null;
    this.moved = false;
  }

  /** @param {{clientX: number}} event */
  place(event) {
    const box = this.frame.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    return this.moves.mirrored ? 1 - part : part;
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    const held = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!held && !this.frame.contains(document.activeElement)) return;
    event.preventDefault();
    const turned = (event.deltaY || event.deltaX) * (event.deltaMode ? 33 : 1);
    if (!event.deltaY) this.moves.pan((this.moves.mirrored ? -1 : 1) * turned * WHEEL_STEP);
    else this.moves.zoom(Math.exp(Math.max(-1, Math.min(1, turned * WHEEL_STEP))), this.place(event));
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button) return;
    const at = this.place(event);
    this.at.set(event.pointerId, at);
    this.moved = false;
    const y = event.clientY - this.frame.getBoundingClientRect().top;
    const brushes = this.moves.isBrushing() || event.shiftKey || this.moves.isDates(y);
    this.begun = this.at.size === 1 ? { x: event.clientX, at, brushes } : null;
  }

  /** @param {PointerEvent} event */
  move(event) {
    const before = this.at.get(event.pointerId);
    if (before === undefined) return;
    const at = this.place(event);
    if (this.at.size === 2) this.#pinch(event.pointerId, at);
    else if (this.begun) {
      if (!this.moved && Math.abs(event.clientX - this.begun.x) < MOVED) return;
      if (!this.moved) this.frame.setPointerCapture(event.pointerId);
      this.moved = true;
      if (this.begun.brushes) this.moves.brush(this.begun.at, at, false);
      else this.moves.pan(before - at);
    }
    this.at.set(event.pointerId, at);
  }

  /** @param {number} finger @param {number} at */
  #pinch(finger, at) {
    const other = /** @type {number} */ ([...this.at].find(([one]) => one !== finger)?.[1]);
    const before = /** @type {number} */ (this.at.get(finger));
    const [was, is] = [Math.abs(before - other), Math.abs(at - other)];
    this.moved = true;
    if (was > 0.01 && is > 0.01) this.moves.zoom(was / is, other);
  }

  /** @param {PointerEvent} event @param {boolean} [cancelled] */
  up(event, cancelled = false) {
    if (this.begun && !cancelled) {
      if (this.moved && this.begun.brushes) this.moves.brush(this.begun.at, this.place(event), true);
    }
    this.at.delete(event.pointerId);
    this.begun = null;
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (this.moved) {
      event.preventDefault();
      event.stopPropagation();
      this.moved = false;
      return;
    }
    if (event.detail && !(/** @type {Element} */ (event.target).closest("a"))) {
      this.moves.press(this.place(event), event.clientY - this.frame.getBoundingClientRect().top);
    }
  }
}
