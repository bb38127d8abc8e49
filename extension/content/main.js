// @ts-check
/** The content script's beginning: what is to be done here, and who is told of what was found. */
(() => {
  "use strict";
  const wonmun = (globalThis.wonmun ??= {});
  const TOP = window === window.top;

  /** @type {any} */ let watch = null;
  /** @type {any} */ let banner = null;
  /** @type {any} */ let note = null;
  /** @type {any} */ let links = null;
  /** @type {any} */ let results = null;
  /** What was decided for this page. @type {any} */
  let terms = {};
  let dismissed = false;
  /** What was last told and drawn, as JSON. */
  let drawn = "";
  let address = location.href;
  /** What the frames below have found. @type {Map<number, any>} */
  const frames = new Map();

  async function begin(begun) {
    const { value, error } = await begun;
    terms = value ?? { mode: "silent", error };
    if (error === "silent" || !document.documentElement) return;
    if (terms.mode === "silent" || isDashboard()) return tellState("off");
    if (error || !terms.paired) return tellState(error ? "error" : "off", error);
    setData("checking");
    if (wonmun.isResults()) {
      results = new wonmun.Results(terms.automation);
      await results.look();
      setData("clean");
      return tellState("clean");
    }
    watch = new wonmun.Watch(terms.mode, changed);
    await watch.check();
  }

  function end() {
    watch?.stop();
    for (const part of [banner, note, links, results]) part?.close();
    watch = banner = note = links = results = null;
    frames.clear();
    drawn = "";
    delete document.documentElement.dataset.wonmun;
  }

  function changed() {
    if (!watch) return;
    setData(watch.state);
    drawNote();
    const view = viewOf();
    banner?.keep();
    // A page that lives changes many times a second: only what is new is told and drawn.
    const now = JSON.stringify([view, watch.state, watch.original, dismissed, genuine()]);
    if (now === drawn) return;
    drawn = now;
    if (TOP) tellState(watch.error ? "error" : view.verdict || "off", watch.error, view.total);
    else if (watch.answer && watch.answer.verdict !== "clean") wonmun.tell("found", { summary: watch.summary() });
    if (TOP) drawBanner(view);
  }

  /** This frame's findings and those of the frames below, together. */
  function viewOf() {
    const own = watch.summary();
    const all = [own, ...frames.values()];
    const worst = ["injected", "suspicious"].find((verdict) => all.some((one) => one.verdict === verdict));
    const [total, corrected, elsewhere] = ["total", "corrected", "elsewhere"].map((count) => all.reduce((sum, one) => sum + one[count], 0));
    const phrases = all.flatMap((one) => one.phrases).sort((a, b) => b[1] - a[1]);
    const unseen = total === 0 && all.some((one) => one.unseen);
    return { verdict: worst ?? own.verdict, total, corrected, elsewhere, unseen, phrases, steps: watch.original ? total : stops().length || corrected };
  }

  /** @param {any} view */
  function drawBanner(view) {
    const wanted = view.verdict === "injected" && !dismissed;
    if (!wanted) {
      banner?.close();
      banner = null;
      return;
    }
    banner ??= new wonmun.Banner(terms.automation, { show, step, silence, report, close });
    banner.update({ ...view, original: watch.original, mode: terms.mode, genuine: genuine() });
  }

  function drawNote() {
    if (watch.shown.length > 0) note ??= new wonmun.Note(terms.automation);
    note?.attach(watch.shown);
    if (watch.original) note?.hide();
    if (watch.answer?.verdict === "injected") links ??= new wonmun.Links((anchor) => note?.say(anchor, wonmun.word("link_caught")));
    links?.set(watch.spots);
    if (links) links.active = !watch.original;
  }

  function genuine() {
    const url = watch.answer?.source?.genuine_url;
    return typeof url === "string" && /^https?:\/\//i.test(url) && url !== location.href ? url : "";
  }

  /** What can be stepped to, in the page's order. */
  function stops() {
    return watch.shown.filter(({ node, spot }) => node.parentElement?.closest("body") && spot.segment.role !== "hidden");
  }

  /** @param {boolean} original */
  function show(original) {
    wonmun.tell("show", { original });
    watch?.show(original);
  }

  /** @param {number} index */
  function step(index) {
    const item = stops()[index];
    if (!item) return;
    item.node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    note?.show(item);
  }

  function silence() {
    end();
    wonmun.tell("silence");
  }

  /** @param {string} wrong @param {string} [text] */
  function report(wrong, text) {
    return wonmun.ask("report", { url: location.href, wrong, note: text }, 21_000);
  }

  function close() {
    dismissed = true;
    changed();
  }

  /** @param {string} state */
  function setData(state) {
    if (terms.automation) document.documentElement.dataset.wonmun = state;
  }

  /** @param {string} state @param {string} [error] @param {number} [count] */
  function tellState(state, error, count) {
    if (TOP) wonmun.tell("state", { state, error, count });
  }

  /** The server's own pages show spam on purpose; the sample site among them does not say so and is checked. */
  function isDashboard() {
    return location.origin === terms.server && document.querySelector('meta[name="wonmun"][content="own"]') !== null;
  }

  /** What the popup wants to know. */
  function popupState() {
    const common = { mode: terms.mode, paired: terms.paired, url: location.href, own: isDashboard() };
    if (!watch) return { ...common, state: terms.error ? "error" : results ? "clean" : "off", error: terms.error };
    const { score, reasons, warnings } = watch.answer ?? {};
    return { ...common, ...viewOf(), state: watch.state, error: watch.error, original: watch.original, score, reasons, warnings, genuine: genuine() };
  }

  const handlers = {
    state: popupState,
    show: ({ original }) => (watch && watch.original !== original ? watch.show(original) : undefined),
    showAll: ({ original }) => show(original),
    found: ({ frame, summary }) => {
      frames.set(frame, summary);
      changed();
    },
    tell: () => {
      if (TOP) return;
      drawn = ""; // what was told, nobody heard
      changed();
    },
    settings: () => {
      end();
      dismissed = false;
      void begin(wonmun.ask("begin"));
    },
    check: () => {
      end();
      void begin(wonmun.ask("begin"));
    },
  };
  wonmun.runtime.onMessage.addListener((message, _sender, reply) => {
    if (!Object.hasOwn(handlers, message?.name)) return false;
    reply({ value: handlers[message.name](message) ?? null });
    return false;
  });

  globalThis.navigation?.addEventListener("navigatesuccess", () => {
    if (!watch || location.href.split("#")[0] === address.split("#")[0]) return;
    address = location.href;
    dismissed = false;
    frames.clear();
    watch.restart();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    drawn = ""; // the toolbar button has shown another page's state meanwhile
    changed();
  });

  // A frame may be read and done before the page around it, which hears nothing until here.
  if (TOP && window.length > 0) wonmun.tell("listening");
  void begin(wonmun.begun);
})();
