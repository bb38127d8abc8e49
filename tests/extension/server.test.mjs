import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const store = { server: "http://127.0.0.1:1", token: "t" };
globalThis.browser = { i18n: { getMessage: (key) => (key === "@@ui_locale" ? "ko_KR" : "") }, storage: { local: { get: async (defaults) => ({ ...defaults, ...store }), set: async (more) => Object.assign(store, more) } } };
Object.defineProperty(globalThis, "navigator", { value: { locks: { request: (_name, work) => work() } }, configurable: true });

const { callServer } = await import("../../extension/background/server.js");
const { pair, serverAddress } = await import("../../extension/background/pairing.js");

let asked = [];
let answers = [];
globalThis.fetch = async (address, request) => {
  asked.push({ address, ...request });
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (answer instanceof Error) throw answer;
  return answer.clone();
};
const answer = (status, body, headers = {}) => new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
const code = (wanted) => (failure) => failure.code === wanted;

beforeEach(() => {
  asked = [];
  Object.assign(store, { server: "http://127.0.0.1:1", token: "t" });
});

test("asks with the token, and nothing that a browser adds by itself", async () => {
  answers = [answer(200, { verdict: "clean" })];
  await callServer("v1/check", { method: "POST", body: { a: 1 } });
  const [{ address, headers, body, credentials, redirect, referrerPolicy }] = asked;
  assert.equal(address, "http://127.0.0.1:1/v1/check");
  assert.equal(headers.Authorization, "Bearer t");
  assert.equal(headers["Content-Type"], "application/json");
  assert.equal(headers["Accept-Language"], "ko-KR");
  assert.deepEqual([body, credentials, redirect, referrerPolicy], ['{"a":1}', "omit", "error", "no-referrer"]);
});

for (const [status, wanted] of Object.entries({ 400: "refused", 401: "token", 403: "token", 404: "version", 413: "large", 429: "busy", 500: "broken", 503: "broken" })) {
  test(`status ${status} is the failure "${wanted}"`, async () => {
    answers = [answer(Number(status), { detail: "why" })];
    await assert.rejects(callServer("v1/check"), code(wanted));
    assert.equal(asked.length, 1);
  });
}

test("another number of the interface, in the header or in the answer, is the failure version", async () => {
  answers = [answer(200, {}, { "Wonmun-Api": "2" })];
  await assert.rejects(callServer("v1/check"), code("version"));
  answers = [answer(200, { software: { api: 2 } })];
  await assert.rejects(callServer("v1/check"), code("version"));
});

test("what is no JSON object comes from no wonmun server", async () => {
  for (const body of ["<html>", "null", "3"]) {
    answers = [answer(200, body)];
    await assert.rejects(callServer("v1/check"), code("unreadable"));
  }
});

test("a lost connection is tried once more, a slow one is not", async () => {
  answers = [new TypeError("lost"), answer(200, { ok: 1 })];
  assert.deepEqual(await callServer("v1/check"), { ok: 1 });
  answers = [new TypeError("lost")];
  await assert.rejects(callServer("v1/check"), code("down"));
  assert.equal(asked.length, 4);
  answers = [Object.assign(new Error(), { name: "TimeoutError" })];
  await assert.rejects(callServer("v1/check"), code("slow"));
  assert.equal(asked.length, 5);
});

test("without server or token nothing is asked", async () => {
  Object.assign(store, { token: "" });
  await assert.rejects(callServer("v1/check"), code("unpaired"));
  assert.equal(asked.length, 0);
});

test("addresses as people type them", () => {
  assert.equal(serverAddress(" localhost:8765 "), "http://localhost:8765");
  assert.equal(serverAddress("http://127.0.0.1:8765/"), "http://127.0.0.1:8765");
  assert.equal(serverAddress("https://host.example/wonmun/"), "https://host.example/wonmun");
  for (const bad of ["", "ftp://host", "http://user:secret@host", "javascript:alert(1)", "http://", "no address at all"]) {
    assert.throws(() => serverAddress(bad), code("address"), bad);
  }
});

test("pairing keeps address and token, sends no old token, and is tried once", async () => {
  answers = [answer(200, { token: "new" })];
  assert.equal(await pair("localhost:9", " C-1 "), "http://localhost:9");
  assert.deepEqual([store.server, store.token], ["http://localhost:9", "new"]);
  assert.equal(asked[0].headers.Authorization, undefined);
  assert.equal(asked[0].body, '{"code":"C-1"}');
  answers = [answer(403, {})];
  await assert.rejects(pair("localhost:9", "C-1"), code("code"));
  answers = [new TypeError("lost")];
  await assert.rejects(pair("localhost:9", "C-1"), code("down"));
  assert.equal(asked.length, 3);
});
