import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { EXTENSION, files, json, ROOT, text } from "./load.mjs";

const manifest = json("manifest.json");
const english = json("_locales/en/messages.json");
const korean = json("_locales/ko/messages.json");

test("Korean and English say the same things", () => {
  assert.deepEqual(Object.keys(korean), Object.keys(english));
  for (const [key, { message, placeholders }] of Object.entries(english)) {
    assert.deepEqual(korean[key].placeholders, placeholders, key);
    const used = (one) => [...one.matchAll(/\$(P\d)\$/g)].map((match) => match[1]).sort().join();
    assert.equal(used(korean[key].message), used(message), key);
    assert.ok(korean[key].message.trim() && message.trim(), key);
  }
});

test("every word that is asked for exists, and every word is asked for", () => {
  const code = [...files(".js"), ...files(".html"), "manifest.json"].map(text).join("\n");
  const asked = new Set([...code.matchAll(/(?:word\(|data-word=|data-label=|__MSG_)"?([a-z0-9_]+?)(?="|__)/g)].map((match) => match[1]));
  const families = [...code.matchAll(/`([a-z]+_)\$\{/g)].map((match) => match[1]);
  for (const key of asked) assert.ok(Object.hasOwn(english, key) || key.startsWith("@@"), `${key} is no key`);
  const quoted = (key) => code.includes(`"${key}"`) || asked.has(key);
  const unused = Object.keys(english).filter((key) => !quoted(key) && !families.some((family) => key.startsWith(family)));
  assert.deepEqual(unused, []);
});

test("every code of failure has its words", () => {
  const code = files(".js").map(text).join("\n");
  const codes = new Set([...code.matchAll(/new Failure\("([a-z]+)"/g)].map((match) => match[1]));
  for (const [, list] of code.matchAll(/CODES = \{(.+?)\}/g)) for (const [, one] of list.matchAll(/"([a-z]+)"/g)) codes.add(one);
  assert.ok(codes.size >= 12);
  for (const one of codes) assert.ok(Object.hasOwn(english, `failed_${one}`), one);
});

test("every message that is sent has a handler", () => {
  const background = text("background.js");
  const sent = [...files(".js").map(text).join("\n").matchAll(/(?:wonmun\.ask|wonmun\.tell|\bask)\("([a-z]+)"/gi)].map((match) => match[1]);
  assert.ok(sent.length >= 10);
  for (const name of sent) assert.match(background, new RegExp(`^  (async )?${name}\\b`, "m"), name);
});

test("every file that the manifest or a page names is there", () => {
  const scripts = manifest.content_scripts.flatMap(({ js, css = [] }) => [...js, ...css]);
  const icons = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)];
  const named = [...scripts, ...icons, manifest.background.service_worker, manifest.action.default_popup, manifest.options_ui.page];
  for (const path of named) assert.ok(existsSync(join(EXTENSION, path)), path);
  for (const page of files(".html")) {
    for (const [, path] of text(page).matchAll(/(?:src|href)="([^"#:]+)"/g)) {
      assert.ok(existsSync(join(EXTENSION, page, "..", path)), `${page}: ${path}`);
    }
  }
  const loaded = new Set(scripts);
  for (const path of files(".js").filter((one) => one.startsWith("content/"))) assert.ok(loaded.has(path), `${path} is never loaded`);
});

test("icons are as large as they say", () => {
  for (const path of files(".png")) {
    const size = Number(/-(\d+)\.png$/.exec(path)?.[1]);
    const bytes = readFileSync(join(EXTENSION, path));
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [size, size], path);
  }
  for (const state of ["off", "clean", "suspicious", "injected", "error"]) {
    for (const size of [16, 32]) assert.ok(existsSync(join(EXTENSION, `icons/${state}-${size}.png`)), `${state} ${size}`);
  }
});

test("one version for extension and server", () => {
  const project = readFileSync(join(ROOT, "pyproject.toml"), "utf-8");
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(project)?.[1]);
});

test("no innerHTML, no eval, and one file that names the browser's API for modules and one for content scripts", () => {
  for (const path of files(".js")) {
    const code = text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, path);
    if (!path.endsWith("/browser.js")) assert.doesNotMatch(code, /globalThis\.(browser|chrome)|\bchrome\./, path);
    assert.match(text(path), /^\/\/ @ts-check\n\/\*\*/, path);
  }
});

test("highlights look the same inside shadow roots", () => {
  const rules = (css) => [...css.replace(/\s+/g, " ").matchAll(/::highlight\((wonmun-\w+)\) \{([^}]*)\}/g)].map(([, name, body]) => `${name}:${body.trim()}`);
  assert.ok(rules(text("content.css")).length >= 3);
  assert.deepEqual(rules(text("content/highlight.js")), rules(text("content.css")));
});

test("no file is longer than 250 lines", () => {
  for (const path of [...files(".js"), ...files(".css")]) assert.ok(text(path).split("\n").length <= 250, path);
});
