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
  /** As in `wonmun/page`: what is so nearly transparent, indented by so many pixels, or in a colour so near its ground's. */
  const CLEAR = 0.05;
  const INDENTED = -480;
  const NEAR = 24;
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
    const faint = faintBy(element, style);
    if (faint) return faint;
    inSight.set(key, seen + 1);
    return "";
  }

  /** @param {Element} element @param {CSSStyleDeclaration} style */
  function faintBy(element, { opacity, textIndent, color }) {
    if (parseFloat(opacity) <= CLEAR) return `opacity:${opacity}`;
    if (parseFloat(textIndent) <= INDENTED) return `text-indent:${textIndent}`;
    if (!element.hasAttribute("style") && !element.hasAttribute("class")) return "";
    const paper = paperOf(element);
    const ink = channels(color);
    const unlike = ink.slice(0, 3).reduce((sum, one, index) => sum + Math.abs(one - (paper?.[index] ?? Infinity)), 0);
    return paper && ink[3] !== 0 && unlike <= NEAR ? `text colour ${color} on the same ground` : "";
  }

  /** The colour behind an element's text; undefined where a picture lies there. @param {Element} element */
  function paperOf(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== "none") return undefined;
      const colour = channels(backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  }

  /** Red, green, blue, and alpha where it is said. @param {string} colour as `rgb(…)` */
  function channels(colour) {
    return (colour.match(/[\d.]+/g) ?? []).map(Number);
  }

  /** @param {CSSStyleDeclaration} style */
  function isClipped({ position, clip }) {
    const edges = clip.match(/-?[\d.]+/g);
    return POSITIONED.has(position) && edges?.length === 4 && edges.every((edge) => Math.abs(parseFloat(edge)) <= EDGE);
  }
})();
