import assert from "node:assert/strict";
import { test } from "node:test";

import { modeFor, modeForFrame, siteOf, withSite } from "../../extension/background/sites.js";
import { originsOf } from "../../extension/shared/access.js";

const settings = (more) => ({ server: "", token: "", automation: false, mode: "correct", scope: "all", sites: {}, ...more });

test("the site of an address is its host, less www.", () => {
  assert.equal(siteOf("https://www.news.example/a?b#c"), "news.example");
  assert.equal(siteOf("http://localhost:8000/"), "localhost");
  assert.equal(siteOf("https://www.kr/"), "www.kr");
  assert.match(siteOf("https://원문.example/"), /^xn--[a-z0-9-]+\.example$/);
  for (const none of ["about:blank", "chrome://extensions", "file:///a.html", "", "no address"]) assert.equal(siteOf(none), "");
});

test("a site's mode holds for what is below it, and the nearest entry counts", () => {
  const chosen = settings({ sites: { "news.example": "silent", "loud.news.example": "mark" } });
  assert.equal(modeFor(chosen, "https://news.example/"), "silent");
  assert.equal(modeFor(chosen, "https://a.b.news.example/"), "silent");
  assert.equal(modeFor(chosen, "https://x.loud.news.example/"), "mark");
  assert.equal(modeFor(chosen, "https://fakenews.example/"), "correct");
});

test("an IP address has no parents, and no site is named like a property of objects", () => {
  assert.equal(modeFor(settings({ sites: { "0.1": "silent", 1: "silent" } }), "http://127.0.0.1/"), "correct");
  assert.equal(modeFor(settings({}), "http://constructor/"), "correct");
});

test("only picked sites", () => {
  const picked = settings({ scope: "picked", sites: { "news.example": "warn" } });
  assert.equal(modeFor(picked, "https://other.example/"), "silent");
  assert.equal(modeFor(picked, "https://m.news.example/"), "warn");
  assert.equal(modeForFrame(picked, "https://news.example/", "https://other.example/"), "warn");
});

test("match patterns take a site's subdomains along, and leave addresses without any alone", () => {
  assert.deepEqual(originsOf("news.example"), ["http://*.news.example/*", "https://*.news.example/*"]);
  assert.deepEqual(originsOf("127.0.0.1"), ["http://127.0.0.1/*", "https://127.0.0.1/*"]);
  assert.deepEqual(originsOf("localhost"), ["http://localhost/*", "https://localhost/*"]);
});

test("a frame follows its page, and a silent site stays silent in any page", () => {
  const chosen = settings({ sites: { "quiet.example": "silent" } });
  assert.equal(modeForFrame(chosen, "https://quiet.example/", "https://other.example/"), "silent");
  assert.equal(modeForFrame(chosen, "https://other.example/", "https://quiet.example/"), "silent");
  assert.equal(modeForFrame(chosen, "https://other.example/", "about:srcdoc"), "correct");
});

test("entries come and go without touching the others", () => {
  assert.deepEqual(withSite({ a: "mark" }, "b", "silent"), { a: "mark", b: "silent" });
  assert.deepEqual(withSite({ a: "mark", b: "silent" }, "b", null), { a: "mark" });
});
