// @ts-check
/** The note beside a correction: what stood there, why, and how sure. Opens on hover, focus, caret, or by stepping. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const CSS_TEXT = `
    :host { position: fixed !important; z-index: 2147483647 !important; inset: 0 auto auto 0 !important; display: block !important; }
    @media print { :host { display: none !important; } }
    [role=tooltip] { max-width: min(360px, calc(100vw - 16px)); padding: 12px 14px; border-radius: 10px; background: var(--back); color: var(--text);
      border: 1px solid var(--line); box-shadow: 0 6px 24px rgb(0 0 0 / .25); font-size: 13px; line-height: 1.5; }
    h2 { all: unset; display: block; font-weight: 600; font-size: 13px; margin-bottom: 6px; }
    dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 4px 10px; }
    dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
    dd.found { color: var(--red); text-decoration: line-through; } dd.now { color: var(--green); font-weight: 600; }
    dd.guess { color: var(--amber); } p { margin: 0 0 3px; }
  `;
  const SETTLE = 250;

  wonmun.Note = class Note {
    /** @type {Map<Node, any[]>} what is shown, by the element that holds its text */
    #byParent = new Map();
    /** @type {{host: HTMLElement, shadow: ShadowRoot} | null} */
    #made = null;
    #timer = 0;
    /** @type {() => DOMRect} where the thing is that the note speaks of */
    #box = () => new DOMRect();
    #stop = new AbortController();

    /** @param {boolean} open see `makeHost` */
    constructor(open) {
      this.open = open;
      const options = { capture: true, passive: true, signal: this.#stop.signal };
      document.addEventListener("pointermove", (event) => this.#hover(event), options);
      document.addEventListener("focusin", (event) => this.#focus(event), options);
      document.addEventListener("selectionchange", () => this.#caret(), options);
      document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide(), options);
      addEventListener("scroll", () => this.#place(), options);
    }

    /** Takes over what is shown now. @param {any[]} shown */
    attach(shown) {
      this.#byParent = Map.groupBy(shown, ({ node }) => node.parentNode);
    }

    close() {
      this.#stop.abort();
      this.hide();
      this.#made?.host.remove();
    }

    hide() {
      clearTimeout(this.#timer);
      if (this.#made) this.#made.host.hidden = true;
      this.#made?.shadow.querySelector("[role=tooltip]")?.remove();
    }

    /**
     * Shows the note of one correction.
     * @param {{range: Range, spot: any}} item
     */
    show({ range, spot }) {
      this.#put(() => range.getBoundingClientRect(), noteOf(spot));
    }

    /** Shows a sentence beside an element. @param {Element} element @param {string} sentence */
    say(element, sentence) {
      this.#put(() => element.getBoundingClientRect(), wonmun.make("div", { role: "tooltip", text: sentence }));
    }

    /** @param {() => DOMRect} box @param {HTMLElement} note */
    #put(box, note) {
      this.hide();
      this.#made ??= wonmun.makeHost("wonmun-note", CSS_TEXT, this.open);
      this.#made.host.hidden = false;
      this.#made.shadow.append(note);
      this.#box = box;
      this.#place();
    }

    /** Puts the note beside its text, or away once the text has left the window. */
    #place() {
      /** @type {HTMLElement | null | undefined} */
      const note = this.#made?.shadow.querySelector("[role=tooltip]");
      if (!note) return;
      const box = this.#box();
      if (box.bottom < 0 || box.top > innerHeight) return this.hide();
      const size = note.getBoundingClientRect();
      const width = document.documentElement.clientWidth || innerWidth; // the latter takes in the scroll bar
      const left = Math.max(8, Math.min(box.left, width - size.width - 8));
      const below = box.bottom + 8;
      const top = below + size.height < innerHeight ? below : Math.max(8, box.top - size.height - 8);
      note.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
    }

    /** @param {PointerEvent} event */
    #hover(event) {
      const target = /** @type {Node} */ (event.composedPath()[0]);
      if (target === this.#made?.host || target.getRootNode() === this.#made?.shadow) {
        clearTimeout(this.#timer);
        return;
      }
      const item = this.#byParent.get(target)?.find(({ range }) => covers(range, event));
      clearTimeout(this.#timer);
      if (item) this.#timer = setTimeout(() => this.show(item), SETTLE / 5);
      else if (this.#made && !this.#made.host.hidden) this.#timer = setTimeout(() => this.hide(), SETTLE);
    }

    /** @param {FocusEvent} event */
    #focus(event) {
      const target = event.composedPath()[0];
      if (!(target instanceof Element) || !target.matches("a, summary, [role=link], [role=button]")) return;
      for (const [parent, [item]] of this.#byParent) if (target.contains(parent)) return this.show(item);
    }

    #caret() {
      const selection = document.getSelection();
      if (!selection?.isCollapsed || !selection.anchorNode) return;
      const { anchorNode, anchorOffset } = selection;
      const items = this.#byParent.get(/** @type {Node} */ (anchorNode.parentNode));
      const item = items?.find(({ node, range }) => node === anchorNode && range.isPointInRange(anchorNode, anchorOffset));
      if (item) this.show(item);
    }
  };

  /** @param {Range} range @param {PointerEvent} event */
  function covers(range, { clientX: x, clientY: y }) {
    return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  }

  /** @param {any} spot @returns {HTMLElement} */
  function noteOf({ finding, corrected }) {
    const { make, word } = wonmun;
    const guesses = finding.replacements ?? [];
    const list = make("dl", {}, make("dt", { text: word("note_found") }), make("dd", { class: "found" }, bdi(finding.found)));
    if (corrected) {
      const now = guesses[0].value === "" ? word("note_deleted") : guesses[0].value;
      list.append(make("dt", { text: word("note_now") }), make("dd", { class: "now" }, bdi(now)));
      list.append(make("dt", { text: word("note_sure") }), make("dd", { text: sure(guesses[0]) }));
    } else if (guesses.length > 0) {
      const all = guesses.slice(0, 3).map((guess) => `${guess.value || word("note_deleted")} (${percent(guess.confidence)})`);
      list.append(make("dt", { text: word("note_guess") }), make("dd", { class: "guess" }, bdi(all.join(" · "))));
    }
    const why = [finding.message, ...(finding.evidence ?? [])].filter(Boolean).slice(0, 3).map(sentence);
    if (why.length > 0) list.append(make("dt", { text: word("note_why") }), make("dd", {}, ...[...new Set(why)].map((one) => make("p", {}, bdi(one)))));
    const heading = make("h2", { text: word(corrected ? "note_corrected" : "note_marked") });
    return make("div", { role: "tooltip", "aria-live": "polite", lang: word("@@ui_locale").replace("_", "-") }, heading, list);
  }

  /** Begins with a capital. @param {string} said */
  function sentence(said) {
    return said.charAt(0).toUpperCase() + said.slice(1);
  }

  /** @param {any} guess */
  function sure({ confidence, source }) {
    const known = wonmun.word(`source_${source}`);
    return known.startsWith("source_") ? percent(confidence) : `${percent(confidence)} · ${known}`;
  }

  /** Whole percent; 100 only where it is so. @param {number} share */
  function percent(share = 0) {
    return new Intl.NumberFormat(undefined, { style: "percent" }).format(share < 1 ? Math.min(0.99, share) : share);
  }

  /** @param {string} text */
  function bdi(text) {
    return wonmun.make("bdi", { text });
  }
})();
