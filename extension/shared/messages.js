// @ts-check
/** Messages between the parts of the extension: a table from name to handler, and asking with a time limit. */

import { browser } from "./browser.js";

/** Milliseconds after which a message counts as lost: browsers lose some while they stop the background. */
const LIMIT = 3_000;
/** For what waits for the server; longer than the background's own limit. */
export const PATIENT = 45_000;

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
          reply({ error: error instanceof Failure ? error.code : "internal" });
        },
      );
    return true;
  });
}

/**
 * Asks the background from a page of the extension. Lost messages are sent once more, unless the wait was a patient one.
 * @param {string} name
 * @param {object} [data]
 * @param {number} [limit] milliseconds
 * @returns {Promise<any>} the handler's value; rejects with a `Failure`
 */
export function ask(name, data = {}, limit = LIMIT) {
  return send(() => browser.runtime.sendMessage({ ...data, name }), limit);
}

/**
 * Asks the content script in a tab's top frame.
 * @param {number} tab
 * @param {string} name
 * @param {object} [data]
 * @returns {Promise<any>} rejects with a `Failure` "unreachable" where no content script runs
 */
export function askTab(tab, name, data = {}) {
  return send(() => browser.tabs.sendMessage(tab, { ...data, name }, { frameId: 0 }), LIMIT);
}

/** @param {() => Promise<any>} message @param {number} limit */
async function send(message, limit) {
  const first = await inTime(message(), limit);
  const answer = first ?? (limit === LIMIT ? await inTime(message(), limit) : undefined);
  if (!answer) throw new Failure("unreachable");
  if (answer.error) throw new Failure(answer.error);
  return answer.value;
}

/**
 * @param {Promise<any>} promise @param {number} limit
 * @returns {Promise<any>} undefined where nobody answered in time
 */
function inTime(promise, limit) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit);
    promise.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}
