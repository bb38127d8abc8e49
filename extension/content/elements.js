// @ts-check
/** What an element is to those who read pages: a block, no text, an editor, hidden. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const BLOCKS = new Set(
    (
      "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
      "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary table tbody td " +
      "tfoot th thead tr ul"
    ).split(" "),
  );
  const SKIPPED = new Set(
    (
      "script style noscript template textarea input select option datalist button output iframe object embed svg math " +
      "canvas audio video code pre kbd samp tt xmp listing plaintext wonmun-banner wonmun-note"
    ).split(" "),
  );
  const EDITORS = new Set(["textbox", "searchbox", "combobox", "spinbutton"]);
  /** What may stand in a block that is read as a whole: its text is the block's, without a gap. */
  const INLINE = new Set("b strong em i u s mark small sub sup span cite".split(" "));
  const FEW = 20;

  /** Whether the walk passes an element by. @param {Element} element @param {boolean} bare whether it has no attributes */
  wonmun.isSkipped = (element, bare) => SKIPPED.has(element.localName) || (!bare && isEditor(element));

  /** Whether it begins text of its own. @param {Element} element */
  wonmun.isBlock = (element) => BLOCKS.has(element.localName);

  /** @param {Element} element */
  function isEditor(element) {
    const editable = element.getAttribute("contenteditable");
    if (editable !== null && editable.toLowerCase() !== "false") return true;
    const role = element.getAttribute("role");
    return role !== null && EDITORS.has(role);
  }

  /** Whether an element holds nothing but text and a few elements around some of it. @param {Element} element */
  wonmun.isPlain = (element) => {
    let child = element.firstElementChild;
    for (let count = 0; child; child = child.nextElementSibling, count += 1) {
      const alone = child.firstElementChild === null && child.shadowRoot === null && !child.hasAttributes();
      if (count === FEW || !alone || !INLINE.has(child.localName)) return false;
    }
    return true;
  };

  /** What hides an element. @param {Element} element @param {boolean} block */
  wonmun.hiddenBy = (element, block) => {
    if (!element.firstChild) return "";
    return wonmun.undrawnBy(element) || (block || element.hasAttribute("style") ? wonmun.putAwayBy(element) : "");
  };

  /** @param {Node} node whether it stands in something that the walk passes by */
  wonmun.isPassedBy = (node) => {
    for (let element = node.parentElement; element; element = element.parentElement) {
      if (wonmun.isSkipped(element, false)) return true;
    }
    return false;
  };

  /** @param {Node} node the nearest block around it, or the root it stands in */
  wonmun.blockAround = (node) => {
    let element = node instanceof Element ? node : node.parentElement;
    while (element?.parentElement && !BLOCKS.has(element.localName)) element = element.parentElement;
    return element ?? node.getRootNode();
  };
})();
