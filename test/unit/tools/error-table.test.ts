import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../../tools/set-up/project";

/** What Pulumi itself says. */
const ofPulumi = [
  "no folder at path …/plugin",
  "could not find latest version for provider losant",
  "no resource plugin 'pulumi-resource-losant' found",
  "error: … has a problem: <argument>: …",
];
const folders = ["client", "native", "people", "provider", "sdk"];
const guards = ["provider/decisions/guard-rails"];

function sources(path: string): string[] {
  const whole = join(projectFolder, path);
  if (path.endsWith(".ts")) return [readFileSync(whole, "utf8")];
  const names = readdirSync(whole, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return names.map((name) => readFileSync(join(whole, name), "utf8"));
}

/** A message as it is printed: its parts joined, `…` for what is only known then. */
const joined = (source: string) =>
  source
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\$\{[^{}`]*\}/g, "…")
    .replace(/\$\{[^{}]*\}/g, "…")
    .replace(/([`"'])\s*\+\s*[`"']/g, "");

const messagesIn = (path: string) =>
  sources(path).flatMap((source) =>
    [...joined(source).matchAll(/`([^`\n]{40,})`/g)].map(([, text = ""]) => text),
  );

function table(): string[] {
  const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
  const [, chapter = ""] = readme.split("## Errors and what to do");
  const cells = (chapter.split("\n## ")[0] ?? "").match(/^\| `.*?` \|/gm) ?? [];
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text));
}

/** What of a message is the same each time; a status of an answer is not. */
const fixedParts = (text: string) => text.split(/…|\b\d{3}\b/).map((part) => part.trim());

function matches(text: string, message: string): boolean {
  const parts = fixedParts(text).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*")).test(message);
}

describe("the README's table of errors", () => {
  const code = folders.flatMap(sources).map(joined).join("\n");

  for (const text of table().filter((one) => !ofPulumi.includes(one))) {
    it(`has a message of the code: ${text}`, () => {
      for (const part of fixedParts(text)) assert.ok(code.includes(part), part);
    });
  }

  // What begins with "set" is the end of other messages.
  for (const message of guards.flatMap(messagesIn).filter((one) => !one.startsWith("set "))) {
    it(`has this message of a guard rail: ${message.slice(0, 70)}`, () => {
      assert.ok(
        table().some((text) => matches(text, message)),
        message,
      );
    });
  }
});
