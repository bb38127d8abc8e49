// @ts-check
/** One page (one frame) under watch: reads it, asks about it, shows what was answered, follows its changes. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Milliseconds a check may take before it is asked once more; longer than the background's own limit. */
  const LIMIT = 21_000;
  /** Milliseconds between two readings of a page that changes, at first and at most; it grows with each. */
  const SOON = 200;
  const SELDOM = 30_000;
  const GROWTH = 1.5;
  /** Addresses that change faster than this are scrolling, not reading. */
  const QUICK = 2_000;
  /** When to ask again for a genuine copy that the server is fetching, milliseconds after each other. */
  const AGAIN = [500, 1_000, 2_000, 4_000, 8_000];
  /** Elements from which on a block counts as large. */
  const MANY = 1_000;
  /** New text with fewer letters (a clock, a counter) is not worth a question. */
  const LETTERS = /\p{L}.*\p{L}.*\p{L}.*\p{L}/su;

  wonmun.Watch = class Watch {
    ledger = new wonmun.Ledger();
    #known = new wonmun.Known();
    #wait = SOON;
    #timer = 0;
    /** When the page was last asked about, milliseconds since it began to load. */
    #last = -Infinity;
    /** When its address last changed. */
    #restarted = -Infinity;
    /** Which page this is, of those that the address has stood for. */
    #turn = 0;
    #asking = false;
    #stale = false;
    #stopped = false;
    /** Whether the page had drawn itself when it was last read as a whole. */
    #drawn = true;
    original = false;
    /** @type {any} the server's answer */
    answer = null;
    /** @type {string | undefined} why there is none */
    error;
    /** @type {any[]} what is found in the page and still stands there */
    spots = [];
    /** @type {any[]} */
    shown = [];

    /**
     * @param {string} mode correct, mark or warn
     * @param {(watch: Watch) => void} changed told whenever there is something new to show
     */
    constructor(mode, changed) {
      this.mode = mode;
      this.changed = changed;
      this.observer = new wonmun.Observer(this.ledger, (nodes) => (nodes ? this.#look(nodes) : this.#soon()));
      this.unveiling = new wonmun.Unveiling(() => this.#soon());
    }

    get state() {
      return this.error ? "error" : (this.answer?.verdict ?? "checking");
    }

    /** Reads the whole page and asks about it. */
    async check() {
      this.#timer = 0;
      if (this.#asking) {
        this.#stale = true;
        return;
      }
      this.#asking = true;
      const turn = this.#turn;
      const segments = this.#read();
      const page = wonmun.payload(segments);
      const { value, error } = segments.length > 0 ? await wonmun.ask("check", { page }, LIMIT) : EMPTY;
      if (this.#stopped || turn !== this.#turn) return; // left, or become another page meanwhile
      this.#asking = false;
      if (this.#stale) this.#soon();
      this.#stale = false;
      if (error) this.#failed(error);
      else this.#answered(value, segments);
    }

    /** The page became another one without being loaded anew. */
    restart() {
      const now = performance.now();
      if (now - this.#restarted > QUICK) this.#wait = SOON / GROWTH;
      this.#restarted = now;
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#turn += 1;
      this.#asking = this.#stale = false;
      this.#known.clear();
      this.answer = null;
      this.error = undefined;
      this.spots = [];
      this.changed(this);
      this.#soon();
    }

    /** Shows the page's own text, or the corrected one. @param {boolean} original */
    show(original) {
      this.original = original;
      this.observer.paused = original;
      if (original) this.ledger.undoAll();
      else this.ledger.redoAll();
      this.#highlight();
      this.changed(this);
    }

    /** Gives the page its own text back and leaves it. */
    stop() {
      this.#stopped = true;
      clearTimeout(this.#timer);
      this.observer.close();
      this.unveiling.close();
      this.ledger.clear();
      wonmun.unhighlight();
    }

    /** What the banner and the popup say about this frame. */
    summary() {
      return wonmun.summaryOf(this.answer, this.spots);
    }

    get #hasFindings() {
      return (this.answer?.findings ?? []).length > 0;
    }

    #read() {
      const { blocks, nodes, roots } = this.#walked();
      wonmun.markArticle(blocks, nodes);
      this.unveiling.await(blocks);
      for (const root of roots) this.observer.watch(root);
      const segments = wonmun.segmentsOf(blocks);
      segments.forEach((segment, index) => {
        segment.id = `s${index}`;
      });
      return segments.length > 0 ? [...wonmun.titleSegments(this.ledger.before), ...segments] : [];
    }

    /** The page's blocks; of one that has not drawn itself yet nothing counts as hidden, or its menus would. */
    #walked() {
      const root = document.body ?? document.documentElement;
      const walked = wonmun.walk(root, this.ledger.before, this.ledger.unused);
      this.#drawn = !wonmun.isUndrawn(walked.blocks);
      return this.#drawn ? walked : wonmun.walk(root, this.ledger.before, this.ledger.unused, false);
    }

    /** @param {string} error */
    #failed(error) {
      this.error = error;
      this.changed(this);
    }

    /** @param {any} answer @param {any[]} segments */
    #answered(answer, segments) {
      this.answer = answer;
      this.error = undefined;
      this.#known.learn(answer.findings ?? [], segments);
      const earlier = [...this.ledger.nodes];
      this.ledger.nodes.clear();
      this.spots = [];
      if (answer.verdict !== "clean") this.#apply(segments, answer.findings ?? []);
      for (const node of earlier) if (!this.ledger.nodes.has(node)) this.ledger.release(node);
      this.#highlight();
      this.changed(this);
      if (answer.source?.how === "pending" && answer.source.id) void this.#await(answer.source.id, segments, 0);
    }

    /** @param {string} id @param {any[]} segments @param {number} attempt */
    async #await(id, segments, attempt) {
      if (attempt >= AGAIN.length) return;
      await new Promise((resolve) => setTimeout(resolve, AGAIN[attempt]));
      const asked = this.answer;
      const { value } = this.#stopped ? {} : await wonmun.ask("again", { id });
      if (this.#stopped || this.answer !== asked) return; // left, or asked about a newer state of the page
      if (value?.verdict && value.source?.how !== "pending") this.#answered(value, segments);
      else void this.#await(id, segments, attempt + 1);
    }

    /** @param {any[]} segments @param {any[]} findings */
    #apply(segments, findings) {
      const spots = wonmun.placeFindings(segments, findings, this.ledger.before);
      const plan = wonmun.planEdits(spots, this.mode);
      this.spots.push(...spots);
      if (this.mode === "warn") return;
      for (const [node, edits] of plan) this.ledger.write(node, edits);
      if (this.original) this.ledger.undoAll();
    }

    #highlight() {
      wonmun.unhighlight();
      this.shown = this.original || this.mode === "warn" ? [] : wonmun.highlight(this.ledger);
    }

    /** Something changed: what is already known is corrected at once, what is new makes the page be read again. */
    #look(nodes) {
      const blocks = [];
      const title = document.querySelector("head > title");
      for (const root of new Set(nodes.map(wonmun.blockAround))) {
        if (root === title || !(root instanceof Element || root instanceof ShadowRoot) || wonmun.isPassedBy(root)) continue;
        if (root instanceof Element && root.getElementsByTagName("*").length > MANY) {
          this.#soon(); // as good as the whole page
          continue;
        }
        const walked = wonmun.walk(root, this.ledger.before, this.ledger.unused, this.#drawn);
        for (const inner of walked.roots) this.observer.watch(inner);
        blocks.push(...walked.blocks);
      }
      const segments = wonmun.segmentsOf(blocks);
      if (segments.some(({ text }) => !this.#known.has(text) && LETTERS.test(text))) this.#soon();
      if (!this.#hasFindings) return; // a clean page that lives: nothing to show anew
      this.#restore(segments);
      this.ledger.prune();
      this.#highlight();
      this.changed(this);
    }

    /** Corrects text that the page has put back. @param {any[]} segments */
    #restore(segments) {
      if (this.answer?.verdict === "clean" || !this.answer) return;
      segments.forEach((segment, index) => {
        segment.id = `l${index}`;
        const standing = segment.map.runs.every(({ node }) => !this.ledger.of(node) || this.ledger.isOurs(node));
        const findings = standing ? this.#known.findingsIn(segment.text, segment.id) : [];
        if (findings.length === 0) return;
        const again = new Set(segment.map.runs.map((/** @type {{node: Text}} */ { node }) => node));
        this.spots = this.spots.filter(({ places }) => !places.some((/** @type {{node: Text}} */ { node }) => again.has(node)));
        this.#apply([segment], findings);
      });
      this.spots = this.spots.filter(({ places }) => places.every(({ node }) => node.isConnected));
    }

    /** Reads the page again before long: the more often it changes, the longer the wait. */
    #soon() {
      if (this.#timer || this.#stopped) return;
      const now = performance.now();
      this.#wait = now - this.#last > 2 * SELDOM ? SOON : Math.min(this.#wait * GROWTH, SELDOM);
      this.#last = now;
      this.#timer = setTimeout(() => this.check(), this.#wait);
    }
  };

  const EMPTY = { value: { verdict: "clean", findings: [] } };
})();
