/** Loads the extension's parts outside a browser: classic content scripts into a sandbox, files as text. */

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const EXTENSION = join(ROOT, "extension");

/** @param {string} path below extension/ @returns {string} */
export const text = (path) => readFileSync(join(EXTENSION, path), "utf-8");

/** @param {string} path below extension/ */
export const json = (path) => JSON.parse(text(path));

/** Every file of a kind below extension/. @param {string} ending @returns {string[]} */
export function files(ending) {
  return readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(EXTENSION, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

/**
 * Runs content scripts in a sandbox of their own and gives what they add to.
 * @param {string[]} names of files in content/
 * @returns {any}
 */
export function content(...names) {
  const sandbox = vm.createContext({ performance });
  for (const name of names) vm.runInContext(text(`content/${name}.js`), sandbox, { filename: name });
  return vm.runInContext("wonmun", sandbox);
}

/** A text node as far as edits need one. */
export class FakeText {
  isConnected = true;

  /** @param {string} data */
  constructor(data) {
    this.data = data;
  }

  /** @param {number} at @param {number} count @param {string} value */
  replaceData(at, count, value) {
    this.data = this.data.slice(0, at) + value + this.data.slice(at + count);
  }
}
