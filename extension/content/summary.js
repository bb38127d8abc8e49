// @ts-check
/** What was found in a frame, in few words: for the banner, the popup and the toolbar button. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  /** Characters of a phrase that the interface shows. */
  const LONGEST = 60;

  /**
   * The places a reader sees, the title where there are none; `unseen` where readers see nothing of it at all: it is
   * hidden, or in what the page tells machines only (no segment of ours then); `elsewhere` counts what is found beside
   * the places that a reader sees: evidence such as "8 places differ" counts all of them.
   * @param {any} answer the server's @param {any[]} spots
   */
  wonmun.summaryOf = (answer, spots) => {
    const shown = spots.filter(({ segment }) => segment.role !== "hidden");
    const inBody = shown.filter(({ places }) => places.some(({ node }) => !node.parentElement?.closest("head")));
    const counted = inBody.length > 0 ? inBody : shown;
    const told = (answer?.findings ?? []).filter(({ segment }) => String(segment).startsWith("meta:"));
    const unseen = [...spots.map(named), ...told.map((finding) => ({ ...finding, kind: "hidden" }))];
    return {
      verdict: answer?.verdict ?? "",
      phrases: phrasesOf(counted.length > 0 ? counted.map(({ finding }) => finding) : unseen),
      total: counted.length,
      corrected: counted.filter((spot) => spot.corrected).length,
      elsewhere: spots.length + told.length - counted.length,
      unseen: counted.length === 0 && unseen.length > 0,
    };
  };

  /** A hidden block by its first link and how many more there are, as the server calls it. @param {any} spot */
  function named({ finding, places }) {
    /** Text by link, out of what was found: the page may hold nothing of it by now. @type {Map<Element, string>} */
    const links = new Map();
    let at = 0;
    for (const { node, start, end } of places) {
      const link = node.parentElement?.closest("a");
      if (link) links.set(link, (links.get(link) ?? "") + finding.found.slice(at, at + end - start));
      at += end - start;
    }
    const [first] = links.values();
    return links.size > 1 ? { ...finding, found: `${shorten(first.trim())} +${links.size - 1}` } : finding;
  }

  /** Each phrase with how often it stands there, and as what. @param {any[]} findings @returns {[string, number, string][]} */
  function phrasesOf(findings) {
    /** @type {Map<string, [string, number, string]>} */
    const phrases = new Map();
    for (const { found, kind } of findings) {
      const phrase = shorten(found.trim());
      const entry = phrases.get(phrase);
      if (entry) entry[1] += 1;
      else phrases.set(phrase, [phrase, 1, kind]);
    }
    return [...phrases.values()].sort((a, b) => b[1] - a[1]).slice(0, 20);
  }

  /** Names what the page can be shown as instead; where nothing was corrected, there are marks to hide at most. @param {boolean} original @param {number} corrected */
  wonmun.otherView = (original, corrected) => {
    if (corrected > 0) return original ? "banner_again" : "banner_show";
    return original ? "banner_mark" : "banner_unmark";
  };

  /** @param {string} phrase */
  function shorten(phrase) {
    return phrase.length > LONGEST ? `${phrase.slice(0, LONGEST).trimEnd()}…` : phrase;
  }
})();
