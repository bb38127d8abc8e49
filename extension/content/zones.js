// @ts-check
/** What an element says of its purpose by its name, role, class and id: as `wonmun/page/zones.py`, word for word. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  /** @type {Map<string, string>} */
  const TAGS = spread({ nav: "nav menu amp-sidebar", caption: "figcaption caption", tool: "button form", aside: "aside", footer: "footer", header: "header" });
  /** @type {Map<string, string>} */
  const ROLES = spread({ nav: "navigation menu menubar", tool: "search toolbar", aside: "complementary", footer: "contentinfo", header: "banner" });
  const BODY = new RegExp(
    "article[_-]?(?:body|contents?|text|txt|view)|news[_-]?(?:body|content|text|txt|cont)|newsct[_-]article" +
      "|dic[_-]area|art[_-]?(?:body|txt|text)|article-view-content-div|story[_-]?(?:body|content)|entry[_-]content" +
      "|post[_-](?:body|content)|harmonycontainer|view[_-]?(?:contents?|text|txt|con)|par[_-]?content" +
      "|cont[_-]?article|contents?[_-]?body|read[_-]?(?:body|content)|se-main-container|tt_article|contents_style" +
      "|bo_v_con|xe_content|rhymix_content|c-entry-content",
    "i",
  );
  const WORDS = spread({
    nav: "nav navi navigation gnb lnb snb menu breadcrumb breadcrumbs pagination paging pager sitemap location",
    footer: "footer foot copyright",
    comments: "comment comments cmt reply replies disqus livere",
    related:
      "related relation relate recommend recommended recommends popular ranking rank most mostread " +
      "hotnews bestnews headlines newslist sidebar side aside widget widgets rightside trending",
    ad: "ad ads adv advert advertisement adsbygoogle banner banners sponsor sponsored promotion promo dable taboola",
    tool: "share sharing sns social toolbar util utility search login subscribe newsletter cookie popup modal skip print fontsize bookmark",
    caption: "caption figcaption imgdesc photodesc",
    byline: "reporter journalist byline author profile",
  });
  const PAIRS = new Map([
    ...["img desc", "photo desc", "photo caption", "img txt"].map((pair) => /** @type {const} */ ([pair, "caption"])),
    ...["hot news", "best news", "many news", "news list"].map((pair) => /** @type {const} */ ([pair, "related"])),
    ...["right side", "left side"].map((pair) => /** @type {const} */ ([pair, "related"])),
    ...["skip nav", "tag list"].map((pair) => /** @type {const} */ ([pair, "nav"])),
    ["ad box", "ad"],
  ]);
  const SPLIT = /[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])/;
  /** Characters of id and classes looked at. */
  const LONGEST = 300;
  /** Their classes describe the page (`has-sidebar`), not themselves. */
  const PLAIN = new Set(["html", "body", "main", "article"]);
  /** Answers that are remembered: most elements of a page are named like others. @type {Map<string, [string, boolean]>} */
  const known = new Map();
  const KEPT = 2000;

  /**
   * @param {{localName: string, hasAttributes(): boolean, getAttribute(name: string): string | null}} element
   * @returns {[string, boolean]} its zone ("" for what may well be article), and whether it calls itself the article's body
   */
  wonmun.zoneOf = (element) => {
    const name = element.localName;
    if (!element.hasAttributes()) return [TAGS.get(name) ?? "", false];
    if (element.getAttribute("itemprop") === "articleBody") return ["", true];
    const named = `${element.getAttribute("id") ?? ""} ${element.getAttribute("class") ?? ""}`.slice(0, LONGEST);
    const role = element.getAttribute("role") ?? "";
    const key = `${name}\n${role}\n${named}`;
    let zone = known.get(key);
    if (!zone) {
      if (known.size >= KEPT) known.clear();
      zone = zoneFrom(name, role, named.trim() ? named : "");
      known.set(key, zone);
    }
    return zone;
  };

  /** @param {string} name @param {string} role @param {string} named @returns {[string, boolean]} */
  function zoneFrom(name, role, named) {
    if (named && !PLAIN.has(name) && BODY.test(named)) return ["", true];
    const zone = TAGS.get(name) ?? ROLES.get(role) ?? "";
    return zone || PLAIN.has(name) || !named ? [zone, false] : [byName(named), false];
  }

  /** @param {string} named */
  function byName(named) {
    const words = named.split(SPLIT).filter(Boolean).map((word) => word.toLowerCase());
    for (let index = 1; index < words.length; index += 1) {
      const zone = PAIRS.get(`${words[index - 1]} ${words[index]}`);
      if (zone) return zone;
    }
    return WORDS.get(words.find((word) => WORDS.has(word)) ?? "") ?? "";
  }

  /** Word → zone. @param {Record<string, string>} lists */
  function spread(lists) {
    return new Map(Object.entries(lists).flatMap(([zone, words]) => words.split(" ").map((word) => [word, zone])));
  }
})();
