import assert from "node:assert/strict";
import { test } from "node:test";

import { content, FakeText } from "./load.mjs";

const { MappedText } = content("offsets");
const plain = (places) => Array.from(places, ({ node, start, end }) => [node, start, end]);

function mapped(...pieces) {
  const map = new MappedText();
  pieces.forEach((piece, index) => map.add(index, piece));
  map.trim();
  return map;
}

test("white space is collapsed as a browser draws it, across nodes too", () => {
  assert.equal(mapped("\n  시는 ", " 새\n\t열람실을 ", "열었다. \n").text, "시는 새 열람실을 열었다.");
});

test("a stretch leads back to exactly its own characters", () => {
  const map = mapped("\n  시는   무료\n슬롯을 ", "열었다");
  const start = map.text.indexOf("무료");
  assert.deepEqual(plain(map.locate(start, start + "무료 슬롯".length)), [[0, 8, 13]]);
});

test("a stretch over several nodes gives one place for each", () => {
  const map = mapped("시는 무료 ", "슬", "롯을 열었다");
  assert.deepEqual(plain(map.locate(3, 8)), [[0, 3, 6], [1, 0, 1], [2, 0, 1]]);
});

test("offsets count UTF-16 units: an emoji is two", () => {
  const map = mapped("🏛️ 무료 슬롯");
  const start = map.text.indexOf("무료");
  assert.equal(start, 4);
  assert.deepEqual(plain(map.locate(start, start + 5)), [[0, 4, 9]]);
});

test("every stretch of every text leads back to itself", () => {
  const pieces = ["  가 나\n", "\t다😀  라", "", " ", "마 ", " 바  사 "];
  const map = mapped(...pieces);
  for (let start = 0; start < map.text.length; start += 1) {
    for (let end = start + 1; end <= map.text.length; end += 1) {
      const back = map.locate(start, end).map(({ node, start: a, end: b }) => pieces[node].slice(a, b)).join("");
      assert.equal(back.replace(/\s/g, ""), map.text.slice(start, end).replace(/\s/g, ""), `${start}–${end}`);
    }
  }
});

test("an element taken as a whole reads as its nodes do, and is mapped when somebody asks", () => {
  const pieces = ["\n  시는 ", " 무료\n슬", "롯을 열었다. \n"].map((piece) => new FakeText(piece));
  const map = new MappedText();
  map.take(element(pieces), ({ data }) => data);
  map.trim();
  const one = mapped(...pieces.map(({ data }) => data));
  assert.equal(map.text, one.text);
  const start = map.text.indexOf("무료 슬롯");
  const [index] = plain(map.locate(start, start + 5)).map(([node, from, to]) => [pieces.indexOf(node), from, to]);
  assert.deepEqual(index, plain(one.locate(start, start + 5))[0]);
  assert.equal(map.runs.length, one.runs.length);
});

test("what the page has changed since it was taken is mapped to nothing", () => {
  const pieces = [new FakeText("시는 무료 슬롯을 열었다.")];
  const map = new MappedText();
  map.take(element(pieces), ({ data }) => data);
  pieces[0].data = "시는 도서관을 열었다.";
  assert.deepEqual(plain(map.locate(3, 8)), []);
});

/** An element as far as taking it needs one. @param {FakeText[]} pieces */
function element(pieces) {
  const ownerDocument = { createTreeWalker: () => ({ left: [...pieces], nextNode() { return this.left.shift() ?? null; } }) };
  return { textContent: pieces.map(({ data }) => data).join(""), ownerDocument };
}
