// @ts-check
/** Result pages of search engines: a mark beside each link that leads to a page known to be injected. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Host and path of result pages. They quote spam by nature, so they are not checked themselves. */
  const ENGINES = [
    [/^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/, /^\/search$/],
    [/^(m\.)?search\.(naver|daum|zum)\.(com|net)$/, /^\/search/],
    [/^(www\.|cn\.)?bing\.com$/, /^\/search$/],
    [/^(html\.|lite\.)?duckduckgo\.com$/, /^\//],
    [/^search\.yahoo\.(com|co\.jp)$/, /^\/search/],
    [/^(www\.)?ecosia\.org$/, /^\/search$/],
  ];
  /** Parameters in which engines put the address that a link really leads to. */
  const WRAPPED = ["uddg", "url", "q", "u"];
  const MOST = 200;
  const BATCH = 300;
  const CSS_TEXT = `
    :host { display: inline-block !important; margin-inline-start: 8px !important; vertical-align: middle !important; }
    @media print { :host { display: none !important; } }
    span { display: inline-block; font-size: 12px; line-height: 1.4; font-weight: 600; padding: 1px 8px; border-radius: 10px;
      color: var(--red); background: var(--red-back); border: 1px solid var(--red); white-space: nowrap; }
  `;

  wonmun.isResults = () =>
    window === window.top && ENGINES.some(([host, path]) => host.test(location.hostname) && path.test(location.pathname));

  wonmun.Results = class Results {
    /** The links looked at, and the mark that each got. @type {Map<Element, HTMLElement | null>} */
    #seen = new Map();
    #timer = 0;

    /** @param {boolean} open see `makeHost` */
    constructor(open) {
      this.open = open;
      this.observer = new MutationObserver(() => {
        this.#timer ||= setTimeout(() => this.look(), BATCH);
      });
    }

    /** Asks about every link that was not there before, all in one request. */
    async look() {
      this.#timer = 0;
      this.observer.observe(document, { childList: true, subtree: true });
      const fresh = [...document.links].filter((link) => !this.#seen.has(link));
      const leads = new Map(fresh.map((link) => [link, leadsTo(link)]));
      for (const link of fresh) this.#seen.set(link, null);
      const urls = [...new Set(leads.values())].filter(Boolean).slice(0, MOST);
      if (urls.length === 0) return;
      const { value } = await wonmun.ask("known", { urls }, 21_000);
      const known = new Map((value?.known ?? []).map((one) => [one.url, one]));
      const marked = new Set();
      for (const [link, url] of leads) {
        // A result often has several links to one page: one mark, beside the first that has text.
        if (!known.has(url) || marked.has(url) || !link.textContent.trim()) continue;
        marked.add(url);
        this.#mark(link, known.get(url));
      }
    }

    close() {
      clearTimeout(this.#timer);
      this.observer.disconnect();
      for (const mark of this.#seen.values()) mark?.remove();
    }

    /** @param {Element} link @param {{by: string}} known */
    #mark(link, { by }) {
      const { host, shadow } = wonmun.makeHost("wonmun-mark", CSS_TEXT, this.open);
      const why = wonmun.word(by === "host" ? "mark_host" : "mark_address");
      shadow.append(wonmun.make("span", { text: wonmun.word("mark"), title: why, role: "note", "aria-label": why }));
      link.after(host);
      this.#seen.set(link, host);
    }
  };

  /** @param {HTMLAnchorElement | HTMLAreaElement} link @returns {string} "" where it stays on the engine's own site */
  function leadsTo(link) {
    if (!URL.canParse(link.href)) return "";
    const url = new URL(link.href);
    if (isForeign(url)) return url.href;
    const inner = WRAPPED.map((name) => url.searchParams.get(name) ?? "").find((value) => /^https?:\/\//.test(value));
    return inner && URL.canParse(inner) && isForeign(new URL(inner)) ? new URL(inner).href : "";
  }

  /** @param {URL} url */
  function isForeign(url) {
    const engine = location.hostname.split(".").slice(-2).join(".");
    return /^https?:$/.test(url.protocol) && url.hostname !== engine && !url.hostname.endsWith(`.${engine}`);
  }
})();
