import assert from "node:assert/strict";

/** What somebody may write into a name or an address, who wants to steer a terminal, a log or the program. */
export const hostileTexts: Readonly<Record<string, string>> = {
  "terminal escapes": "\u001b[31mred\u001b[2J\u001b]0;title\u0007",
  "line breaks": "x\n::error::forged\r\n::set-output name=a::b\n",
  "other line breaks": "x\u2028::error::forged\u2029y\u0085z\v\f",
  "bidirectional marks": "\u202eabc\u2066d\u2069\u200f\u200e\u061c",
  "C1 controls": "\u009b2J\u0090q\u009c\u009d0;t\u009c",
  "half a character": "x\ud800y",
  "the name of a prototype": "__proto__",
  "the name of an inherited field": "constructor",
  "much text": "x".repeat(1_000_000),
};

const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Insists that what users are told steers no terminal, and has no line that others began. */
export function assertPlain(text: string): void {
  assert.doesNotMatch(text.replaceAll("\n", ""), unsafe);
  assert.doesNotMatch(text, /^\s*::/m);
}

/** Insists that no text in data steers a terminal; the engine puts a sign before each line that it shows. */
export function assertPlainData(data: unknown): void {
  if (typeof data === "string") assert.doesNotMatch(data.replaceAll("\n", ""), unsafe);
  if (typeof data !== "object" || data === null) return;
  assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(data)), "another prototype");
  for (const [name, value] of Object.entries(data)) {
    assertPlainData(name);
    assertPlainData(value);
  }
}

/** Insists that nothing was put where every object inherits it. */
export function assertUnpolluted(): void {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.equal(Reflect.get({}, "polluted"), undefined);
}
