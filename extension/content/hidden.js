// @ts-check
/** Whether a reader can see an element: spam is often put where only search engines look. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const CHECKS = { opacityProperty: true, visibilityProperty: true };
  /** Pixels beyond the page's upper or left edge from which on something counts as put away. */
  const AWAY = 100;
  /** Computed values that leave nothing of an element in sight. @type {[string, RegExp][]} */
  const NOTHING_LEFT = [
    ["clip-path", /^(inset\((50|100)%|circle\(0)/],
    ["filter", /opacity\(0\)/],
    ["transform", /^matrix\(0, 0, 0, 0,/],
  ];
  /** Elements in sight, by name, class and style, in this walk: after so many the rows of a long list are not asked. @type {Map<string, number>} */
  const inSight = new Map();
  const ENOUGH = 8;
  /** `clip` cuts only what is positioned; edges of so few pixels leave nothing. */
  const POSITIONED = new Set(["absolute", "fixed"]);
  const EDGE = 2;
  /** What a reader opens with a click is not hidden. */
  const FOLDED = "details:not([open]), [hidden=until-found]";

  /**
   * What keeps an element from being drawn (its own style, or that of what is around it).
   * @param {Element} element
   * @returns {string} "" where it is drawn
   */
  wonmun.undrawnBy = (element) => {
    if (element.checkVisibility(CHECKS)) return "";
    if (!element.checkVisibility()) return element.closest(FOLDED) ? "" : "display:none";
    const { visibility } = getComputedStyle(element);
    return visibility === "visible" ? "opacity:0" : `visibility:${visibility}`;
  };

  /**
   * What puts a block where nobody sees it: moved out of the page, cut away, or squeezed to nothing.
   * @param {Element} element
   * @returns {string} "" where it can be seen
   */
  wonmun.putAwayBy = (element) => {
    const box = element.getBoundingClientRect();
    if (box.right + scrollX < -AWAY || box.bottom + scrollY < -AWAY) return "position outside the page";
    const cut = cutBy(element);
    if (cut) return cut;
    if (box.width > 1 && box.height > 1) return "";
    const { overflow, fontSize, display } = getComputedStyle(element);
    if (display === "contents") return "";
    if (parseFloat(fontSize) < 1) return "font-size:0";
    return overflow === "visible" ? "" : "size of nothing, overflow hidden";
  };

  /** @param {Element} element @returns {string} the declaration that leaves nothing of it in sight, "" where there is none */
  function cutBy(element) {
    if (inSight.size === 0) queueMicrotask(() => inSight.clear()); // a walk is over by then
    const key = `${element.localName} ${element.getAttribute("class")} ${element.getAttribute("style")}`;
    const seen = inSight.get(key) ?? 0;
    if (seen >= ENOUGH) return "";
    const style = getComputedStyle(element);
    const [by] = NOTHING_LEFT.find(([name, nothing]) => nothing.test(style.getPropertyValue(name))) ?? [isClipped(style) ? "clip" : ""];
    if (by) return `${by}:${style.getPropertyValue(by)}`;
    inSight.set(key, seen + 1);
    return "";
  }

  /** @param {CSSStyleDeclaration} style */
  function isClipped({ position, clip }) {
    const edges = clip.match(/-?[\d.]+/g);
    return POSITIONED.has(position) && edges?.length === 4 && edges.every((edge) => Math.abs(parseFloat(edge)) <= EDGE);
  }
})();
