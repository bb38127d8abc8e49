// @ts-check
/** Pairing: the server shows a one-time code, the options page takes it, a token comes back and is kept. */

import { Failure } from "../shared/messages.js";
import { changeSettings } from "../shared/settings.js";
import { callServer } from "./server.js";

/**
 * The base address that a user's input means, e.g. "localhost:8765" → "http://localhost:8765".
 * @param {string} input
 * @returns {string} rejects with a `Failure` "address" for what is none
 */
export function serverAddress(input) {
  const text = input.trim();
  let url;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
  } catch {
    throw new Failure("address", text);
  }
  // Chromium takes a blank in a host for %20.
  if (!/^https?:$/.test(url.protocol) || /[\s%]/.test(url.hostname) || url.username || url.password) throw new Failure("address", text);
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/**
 * Exchanges a one-time code for a token and keeps both.
 * @param {string} input the server's address as typed
 * @param {string} code
 * @returns {Promise<string>} the address that is now used
 */
export async function pair(input, code) {
  const server = serverAddress(input);
  let answer;
  try {
    answer = await callServer("v1/pair", { method: "POST", body: { code: code.trim() }, server, open: true, once: true });
  } catch (error) {
    throw ["token", "refused"].includes(error.code) ? new Failure("code", error.message) : error;
  }
  if (typeof answer.token !== "string" || !answer.token) throw new Failure("unreadable");
  await changeSettings(() => ({ server, token: answer.token }));
  return server;
}

/** Forgets the token; the address stays for the next pairing. */
export async function unpair() {
  await changeSettings(() => ({ token: "" }));
}

/**
 * Asks the server who it is, without a token and then with it.
 * @returns {Promise<{version: string}>} rejects with the `Failure` that stands in the way
 */
export async function examine() {
  const health = await callServer("v1/health", { open: true });
  await callServer("v1/stats");
  return { version: String(health.version ?? health.software?.version ?? "") };
}
