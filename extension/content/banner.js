// @ts-check
/** The warning at the top of an injected page, and what a reader can do about it. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const CSS_TEXT = `
    :host { position: relative !important; z-index: 2147483646 !important; display: block !important; height: var(--room, 0) !important; }
    @media print { :host { display: none !important; } }
    section { position: fixed; inset: 0 0 auto 0; background: var(--red-back); color: var(--text); border-bottom: 2px solid var(--red); padding: 10px 16px;
      box-shadow: 0 2px 12px rgb(0 0 0 / .18); display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; }
    svg { flex: none; width: 28px; height: 28px; color: var(--red); }
    .text { flex: 1 1 320px; min-width: 0; font-size: 14px; line-height: 1.45; }
    h2 { all: unset; display: block; font-weight: 700; color: var(--red); }
    p { margin: 0; overflow-wrap: anywhere; } .phrase { font-weight: 600; } a { color: inherit; }
    .actions { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    .main { background: var(--red); border-color: var(--red); color: var(--back); font-weight: 600; }
    .main:hover { background: color-mix(in srgb, var(--red) 85%, var(--text)); }
  `;
  /** How often a banner that the page has taken away comes back. */
  const TIMES = 5;
  /** The kinds of findings that have a sentence of their own for several places. */
  const KINDS = ["substitution", "insertion"];
  const WRONG = ["false_alarm", "bad_correction", "missed"];

  wonmun.Banner = class Banner {
    #step = -1;
    #kept = 0;

    /**
     * @param {boolean} open see `makeHost`
     * @param {{show: (original: boolean) => void, step: (index: number) => void, silence: () => void, report: (wrong: string) => Promise<any>, close: () => void}} act
     */
    constructor(open, act) {
      this.act = act;
      const { host, shadow } = wonmun.makeHost("wonmun-banner", CSS_TEXT, open);
      this.host = host;
      host.dir = wonmun.word("@@bidi_dir") === "rtl" ? "rtl" : "ltr";
      host.lang = wonmun.word("@@ui_locale").replace("_", "-");
      this.text = wonmun.make("div", { class: "text", role: "status" });
      this.actions = wonmun.make("div", { class: "actions" });
      const section = wonmun.make("section", { "aria-label": "wonmun" }, icon(), this.text, this.actions);
      shadow.append(section);
      // The page moves down by as much as the banner covers: else a bare page's headline could not be read at all.
      new ResizeObserver(() => host.style.setProperty("--room", `${section.offsetHeight}px`)).observe(section);
    }

    /**
     * Says what is so now.
     * @param {{phrases: [string, number, string][], total: number, corrected: number, unseen: boolean, steps: number, original: boolean, mode: string, genuine: string}} view
     */
    update(view) {
      this.view = view;
      this.#step = Math.min(this.#step, view.steps - 1);
      const { make, word } = wonmun;
      const state = view.original ? word("banner_original") : word("banner_done", view.corrected, view.total);
      const done = view.mode === "correct" && view.corrected > 0 ? state : "";
      const sentences = [sentence(view), view.unseen ? word("banner_unseen") : done];
      this.text.replaceChildren(make("h2", { text: word("banner_title") }), make("p", { text: sentences.filter(Boolean).join(" ") }));
      if (view.genuine) this.text.append(make("p", {}, genuineLink(view.genuine)));
      this.#buttons();
    }

    /** Puts the banner back where the page has taken it away; a page that insists has its way. */
    keep() {
      if (this.host.isConnected || this.#kept >= TIMES) return;
      this.#kept += 1;
      wonmun.putHost(this.host);
    }

    close() {
      this.host.remove();
    }

    #buttons() {
      const { original, mode, steps, corrected } = /** @type {any} */ (this.view);
      const { word } = wonmun;
      const focused = this.actions.getRootNode().activeElement?.dataset?.name;
      const buttons = [];
      if (mode !== "warn" && steps > 0) {
        buttons.push(button("show", word(wonmun.otherView(original, corrected)), () => this.act.show(!original), "main"));
        if (!original) {
          buttons.push(button("previous", "‹", () => this.#move(-1), "", word("banner_previous")));
          buttons.push(button("next", "›", () => this.#move(1), "", word("banner_next")));
        }
      }
      buttons.push(button("report", word("banner_report"), () => this.#reportMenu()));
      buttons.push(button("silence", word("banner_silence"), () => this.act.silence()));
      buttons.push(button("close", "×", () => this.act.close(), "", word("banner_close")));
      this.actions.replaceChildren(...buttons);
      buttons.find((one) => one.dataset.name === focused)?.focus();
    }

    /** @param {number} by */
    #move(by) {
      const { steps } = /** @type {any} */ (this.view);
      this.#step = (this.#step + by + steps) % steps;
      this.act.step(this.#step);
    }

    #reportMenu() {
      const { word } = wonmun;
      const choices = WRONG.map((wrong) => button(wrong, word(`report_${wrong}`), () => this.#report(wrong)));
      this.actions.replaceChildren(...choices, button("back", word("report_back"), () => this.#buttons()));
      choices[0].focus();
    }

    /** @param {string} wrong */
    async #report(wrong) {
      const { error } = await this.act.report(wrong);
      this.#buttons();
      this.text.append(wonmun.make("p", { text: wonmun.word(error ? `failed_${error}` : "report_thanks") }));
    }
  };

  /** What was planted, in a sentence. @param {{phrases: [string, number, string][], total: number}} view */
  function sentence({ phrases, total }) {
    if (phrases.length === 0) return wonmun.word("banner_places", total);
    const [phrase, count, kind] = phrases[0];
    const several = count > 1 && KINDS.includes(kind) ? "_times" : "";
    return wonmun.word(`planted_${[...KINDS, "hidden", "link", "doorway"].includes(kind) ? kind : KINDS[0]}${several}`, phrase, count);
  }

  /** @param {string} name @param {string} text @param {() => void} act @param {string} [look] @param {string} [label] */
  function button(name, text, act, look = "", label = text) {
    const more = label === text ? {} : { "aria-label": label, title: label };
    return wonmun.make("button", { type: "button", text, class: look, "data-name": name, on: { click: act }, ...more });
  }

  /** @param {string} address */
  function genuineLink(address) {
    return wonmun.make("a", { href: address, rel: "noreferrer", text: wonmun.word("banner_genuine") });
  }

  function icon() {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("fill", "currentColor");
    path.setAttribute("fill-rule", "evenodd");
    path.setAttribute("d", "M10.3 3.2a2 2 0 0 1 3.4 0l8 14A2 2 0 0 1 20 20.2H4a2 2 0 0 1-1.7-3ZM11 8.5v5h2v-5Zm0 6.8v2h2v-2Z");
    svg.append(path);
    return svg;
  }
})();
