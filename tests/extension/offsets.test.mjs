import assert from "node:assert/strict";
import { test } from "node:test";

import { content } from "./load.mjs";

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
