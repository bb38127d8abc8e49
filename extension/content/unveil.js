// @ts-check
/** Tells when text that was hidden as the page was read comes into sight: behind a tab, a notice, what fades in. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Characters outside links from which on hidden text is waited for: menus that open are no reason to read anew. */
  const RUNNING = 25;
  /** Elements that are waited for at most. */
  const MANY = 200;
  /** Milliseconds until they are looked at after a change, and once more as long as that again: some fade in with delay. */
  const SOON = 250;
  const LAST = 2_000;
  const OPTIONS = { attributes: true };

  wonmun.Unveiling = class Unveiling {
    /** @type {Element[]} */
    #hidden = [];
    /** What has come into sight once is not waited for again: slides take turns for as long as a page is open. @type {WeakSet<Element>} */
    #seen = new WeakSet();
    #timer = 0;

    /** @param {() => void} unveiled told when hidden text has come into sight */
    constructor(unveiled) {
      this.unveiled = unveiled;
      this.observer = new MutationObserver(() => {
        if (!this.#timer) this.#wait(SOON);
      });
    }

    /**
     * Waits for what is hidden in a page now, and for nothing else. Only attributes of what hides text and of what is
     * around it are watched: those of all elements change too often.
     * @param {any[]} blocks the page's
     */
    await(blocks) {
      this.close();
      const running = blocks.filter(({ veil, unlinked }) => veil && unlinked >= RUNNING);
      this.#hidden = [...new Set(running.map(({ veil }) => veil))].filter((veil) => !this.#seen.has(veil)).slice(0, MANY);
      const around = new Set();
      for (const veil of this.#hidden) {
        for (let at = /** @type {Element | null} */ (veil); at && !around.has(at); at = at.parentElement) around.add(at);
      }
      for (const element of around) this.observer.observe(element, OPTIONS);
    }

    close() {
      this.observer.disconnect();
      clearTimeout(this.#timer);
      this.#timer = 0;
    }

    /** @param {number} pause */
    #wait(pause) {
      this.#timer = setTimeout(() => this.#look(pause), pause);
    }

    /** @param {number} pause how long this was waited for */
    #look(pause) {
      this.#timer = 0;
      if (this.#hidden.length > 0 && pause < LAST) this.#wait(2 * pause);
      const inSight = this.#hidden.filter((veil) => veil.isConnected && !wonmun.hiddenBy(veil, wonmun.isBlock(veil)));
      if (inSight.length === 0) return;
      for (const veil of inSight) this.#seen.add(veil);
      this.#hidden = this.#hidden.filter((veil) => !this.#seen.has(veil));
      this.unveiled();
    }
  };
})();
