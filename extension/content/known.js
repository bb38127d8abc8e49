// @ts-check
/** What was answered about each text of a page: text that the page puts back need not be asked about again. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  /** @typedef {{findings: any[], times: number, since: number}} Entry */
  /** @type {Entry} */
  const CLEAN = Object.freeze({ times: 0, since: 0, findings: [] });

  wonmun.Known = class Known {
    /** @type {Map<string, Entry>} */
    #entries = new Map();
    /** What was answered last and not entered yet: most pages never change, and ask for nothing. @type {{findings: any[], texts: [string, string][]} | null} */
    #last = null;

    /** Takes over an answer; what the answer before it said is forgotten. @param {any[]} findings @param {any[]} segments */
    learn(findings, segments) {
      this.#enter();
      this.#last = { findings, texts: segments.map(({ id, text }) => [id, text]) };
    }

    #enter() {
      if (!this.#last) return this.#entries;
      const { findings, texts } = this.#last;
      const bySegment = Map.groupBy(findings, ({ segment }) => segment);
      const entries = new Map();
      for (const [id, text] of texts) {
        const here = bySegment.get(id);
        const { times, since } = this.#entries.get(text) ?? CLEAN;
        entries.set(text, here ? { times, since, findings: here } : CLEAN);
      }
      this.#last = null;
      this.#entries = entries;
      return entries;
    }

    /** @param {string} text */
    has(text) {
      return this.#enter().has(text);
    }

    /**
     * The findings in a text that the page has put back, for a segment of another id; none once the page has put it
     * back too often (see `wonmun.attempt`).
     * @param {string} text @param {string} id
     * @returns {any[]}
     */
    findingsIn(text, id) {
      const entry = this.#enter().get(text);
      if (!entry || entry.findings.length === 0) return [];
      const count = wonmun.attempt(entry);
      if (count.times > wonmun.ATTEMPTS) return [];
      Object.assign(entry, count);
      return entry.findings.map((finding) => ({ ...finding, segment: id }));
    }

    clear() {
      this.#last = null;
      this.#entries.clear();
    }
  };
})();
