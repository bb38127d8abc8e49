// @ts-check
/** Runs when a page starts to load: asks what is to be done here, so that the answer is there when the page is. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const isText = document.contentType === "text/html" || document.contentType === "application/xhtml+xml";
  wonmun.begun = isText ? wonmun.ask("begin") : Promise.resolve({ error: "silent" });
})();
