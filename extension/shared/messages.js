// @ts-check
/** Messages between the parts of the extension: a table from name to handler, and asking with a time limit. */

import { browser } from "./browser.js";

/** Milliseconds after which a message counts as lost: browsers lose some while they stop the background. */
const LIMIT = 15_000;

/**
 * A failure that the interface explains in words: `failed_CODE` in the locales.
 */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} [detail] what the other side said, for the console
   */
  constructor(code, detail = "") {
    super(detail || code);
    this.code = code;
  }
}

/**
 * Answers messages by name. Must be called while the script is first run, or the browser drops the event
 * that woke it.
 * @param {Record<string, (message: any, sender: any) => unknown>} handlers
 * @param {(sender: any) => boolean} accepts which senders this table is for
 */
export function listen(handlers, accepts = () => true) {
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!Object.hasOwn(handlers, message?.name) || !accepts(sender)) return false;
    Promise.resolve()
      .then(() => handlers[message.name](message, sender))
      .then(
        (value) => reply({ value: value ?? null }),
        (error) => {
          if (!(error instanceof Failure)) console.error("wonmun:", message.name, error);
          reply({ error: error.code ?? "internal" });
        },
      );
    return true;
  });
}

/**
 * Asks the background from a page of the extension.
 * @param {string} name
 * @param {object} [data]
 * @returns {Promise<any>} the handler's value; rejects with a `Failure`
 */
export async function ask(name, data = {}) {
  return unpack(await limited(browser.runtime.sendMessage({ ...data, name })));
}

/**
 * Asks the content script in a tab's top frame.
 * @param {number} tab
 * @param {string} name
 * @param {object} [data]
 * @returns {Promise<any>} rejects with a `Failure` "unreachable" where no content script runs
 */
export async function askTab(tab, name, data = {}) {
  try {
    return unpack(await limited(browser.tabs.sendMessage(tab, { ...data, name }, { frameId: 0 })));
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("unreachable", String(error));
  }
}

/** @param {{value?: any, error?: string} | undefined} answer */
function unpack(answer) {
  if (!answer) throw new Failure("unreachable");
  if (answer.error) throw new Failure(answer.error);
  return answer.value;
}

/** @param {Promise<any>} promise */
function limited(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure("unreachable", "no answer in time")), LIMIT);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
