// @ts-check
/** Runs when a page starts to load: asks what is to be done here, so that the answer is there when the page is. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});

  const isText = document.contentType === "text/html" || document.contentType === "application/xhtml+xml";
  // A page that the browser loads ahead of a click is not a page that somebody reads.
  const shown = document.prerendering
    ? new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }))
    : Promise.resolve();
  wonmun.begun = isText ? shown.then(() => wonmun.ask("begin")) : Promise.resolve({ error: "silent" });
})();
