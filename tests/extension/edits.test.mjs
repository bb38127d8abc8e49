import assert from "node:assert/strict";
import { test } from "node:test";

import { content, FakeText } from "./load.mjs";

const wonmun = content("offsets", "apply", "undo");

function segmentOf(id, ...nodes) {
  const map = new wonmun.MappedText();
  for (const node of nodes) map.add(node, node.data);
  map.trim();
  return { id, text: map.text, map, base: 0 };
}

function finding(segment, found, value, more = {}) {
  const offset = segment.text.indexOf(found);
  const replacements = [{ value, confidence: 0.9, source: "gloss" }];
  return { segment: segment.id, offset, length: found.length, found, apply: true, replacements, ...more };
}

function correct(segments, findings, mode = "correct") {
  const ledger = new wonmun.Ledger();
  const plan = wonmun.planEdits(wonmun.placeFindings(segments, findings, ledger.before), mode);
  for (const [node, edits] of plan) ledger.write(node, edits);
  return ledger;
}

test("a phrase split over nodes: the replacement in the first, the rest taken out, and all of it undone", () => {
  const nodes = ["시는 무료 ", "슬롯", " 체험을 열었다"].map((data) => new FakeText(data));
  const segment = segmentOf("s0", ...nodes);
  const ledger = correct([segment], [finding(segment, "무료 슬롯 체험", "열람실")]);
  assert.deepEqual(nodes.map((node) => node.data), ["시는 열람실", "", "을 열었다"]);
  ledger.undoAll();
  assert.deepEqual(nodes.map((node) => node.data), ["시는 무료 ", "슬롯", " 체험을 열었다"]);
  ledger.redoAll();
  assert.deepEqual(nodes.map((node) => node.data), ["시는 열람실", "", "을 열었다"]);
});

test("several findings in one node, longer and shorter replacements, deletion", () => {
  const node = new FakeText("가무료 나 무료는 다무료");
  const segment = segmentOf("s0", node);
  const at = [1, 6, 11].map((offset, index) => ({ ...finding(segment, "무료", ["", "열람실", "x"][index]), offset }));
  const ledger = correct([segment], at);
  assert.equal(node.data, "가 나 열람실는 다x");
  const record = ledger.of(node);
  assert.deepEqual([...record.stretches].map(({ start, end }) => record.after.slice(start, end)), ["", "열람실", "x"]);
  ledger.clear();
  assert.equal(node.data, "가무료 나 무료는 다무료");
});

test("places stand in the order of the page", () => {
  const segments = ["가 무료 슬롯", "무료 슬롯 나", "무료 슬롯"].map((data, index) => segmentOf(`s${index}`, new FakeText(data)));
  const findings = segments.map((segment) => finding(segment, "무료 슬롯", "x")).reverse();
  const spots = wonmun.placeFindings(segments, findings, (node) => node.data);
  assert.deepEqual(Array.from(spots, (spot) => spot.segment.id), ["s0", "s1", "s2"]);
});

test("a finding that is not what the page says is dropped", () => {
  const node = new FakeText("시는 무료 슬롯을 열었다");
  const segment = segmentOf("s0", node);
  const good = finding(segment, "무료 슬롯", "열람실");
  for (const bad of [{ found: "무료 술롯" }, { offset: 2 }, { segment: "s9" }, { offset: 900 }, { found: "", length: 0 }]) {
    correct([segment], [{ ...good, ...bad }]);
    assert.equal(node.data, "시는 무료 슬롯을 열었다");
  }
});

test("a page that changed while it was being checked is left alone", () => {
  const node = new FakeText("시는 무료 슬롯을 열었다");
  const segment = segmentOf("s0", node);
  node.data = "전혀 다른 글이 여기에 왔다";
  correct([segment], [finding(segment, "무료 슬롯", "열람실")]);
  assert.equal(node.data, "전혀 다른 글이 여기에 왔다");
});

test("overlapping findings: the first counts", () => {
  const node = new FakeText("무료 슬롯 체험");
  const segment = segmentOf("s0", node);
  correct([segment], [finding(segment, "무료 슬롯", "가"), finding(segment, "슬롯 체험", "나")]);
  assert.equal(node.data, "가 체험");
});

test("mode mark, and findings not sure enough, change nothing", () => {
  const node = new FakeText("시는 무료 슬롯을 열었다");
  const segment = segmentOf("s0", node);
  const ledger = correct([segment], [finding(segment, "무료 슬롯", "열람실")], "mark");
  correct([segment], [finding(segment, "무료 슬롯", "열람실", { apply: false })]);
  assert.equal(node.data, "시는 무료 슬롯을 열었다");
  assert.equal(ledger.of(node).stretches.length, 1);
});

test("text that the page has changed since is not undone", () => {
  const node = new FakeText("시는 무료 슬롯을 열었다");
  const segment = segmentOf("s0", node);
  const ledger = correct([segment], [finding(segment, "무료 슬롯", "열람실")]);
  node.data = "새 글";
  ledger.clear();
  assert.equal(node.data, "새 글");
});

test("a page that puts its spam back again and again wins in the end", () => {
  const spam = "시는 무료 슬롯을 열었다";
  const node = new FakeText(spam);
  const segment = segmentOf("s0", node);
  const ledger = correct([segment], [finding(segment, "무료 슬롯", "열람실")]);
  let rounds = 0;
  for (; rounds < 100; rounds += 1) {
    node.data = spam;
    if (!ledger.redo(node)) break;
  }
  assert.ok(rounds < 10, `${rounds} rounds`);
  assert.equal(node.data, spam);
});
