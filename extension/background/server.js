// @ts-check
/** The only place that talks to the server: time limit, one retry, and one code for each way of failing. */

import { word } from "../shared/browser.js";
import { Failure } from "../shared/messages.js";
import { readSettings } from "../shared/settings.js";

/** The number of the protocol that this extension speaks; the server names its own in every answer. */
export const API = 1;
const LIMIT = 20_000;

/** @type {Record<number, string>} */
const CODES = { 401: "token", 403: "token", 404: "version", 413: "large", 415: "version", 421: "host", 429: "busy" };

/**
 * @typedef {object} Call
 * @property {"GET" | "POST"} [method]
 * @property {unknown} [body] sent as JSON
 * @property {string} [server] another base address than the one in the settings
 * @property {boolean} [open] true for the calls that need no token
 * @property {boolean} [once] true where a second try would do harm
 */

/**
 * Calls the server.
 * @param {string} path below the base address
 * @param {Call} [call]
 * @returns {Promise<any>} what the answer's JSON says; rejects with a `Failure`
 */
export async function callServer(path, call = {}) {
  const settings = await readSettings();
  const server = call.server ?? settings.server;
  if (!server || (!call.open && !settings.token)) throw new Failure("unpaired");
  const request = requestFor(call, settings.token);
  const address = new URL(path, withSlash(server)).href;
  let response;
  try {
    response = await fetchInTime(address, request);
  } catch (error) {
    if (call.once || error.name === "TimeoutError") throw asFailure(error);
    response = await fetchInTime(address, request).catch((again) => Promise.reject(asFailure(again)));
  }
  return read(response);
}

/** @param {Call} call @param {string} token @returns {RequestInit} */
function requestFor(call, token) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json", "Accept-Language": word("@@ui_locale").replace("_", "-") };
  if (!call.open) headers.Authorization = `Bearer ${token}`;
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  return {
    method: call.method ?? "GET",
    headers,
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
  };
}

/** @param {string} address @param {RequestInit} request */
function fetchInTime(address, request) {
  return fetch(address, { ...request, signal: AbortSignal.timeout(LIMIT) });
}

/** @param {Response} response */
async function read(response) {
  const spoken = response.headers.get("Wonmun-Api");
  if (spoken !== null && Number(spoken) !== API) throw new Failure("version", `server speaks ${spoken}`);
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    const code = CODES[response.status] ?? (response.status >= 500 ? "broken" : "refused");
    throw new Failure(code, `${response.status} ${problem.detail ?? problem.title ?? ""}`);
  }
  const value = await response.json().catch(() => undefined);
  if (value === null || typeof value !== "object") throw new Failure("unreadable");
  if (value.software && value.software.api !== API) throw new Failure("version", `server speaks ${value.software.api}`);
  return value;
}

/** @param {Error} error */
function asFailure(error) {
  return new Failure(error.name === "TimeoutError" ? "slow" : "down", String(error));
}

/** @param {string} server */
function withSlash(server) {
  return server.endsWith("/") ? server : `${server}/`;
}
