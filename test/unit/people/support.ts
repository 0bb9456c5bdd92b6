import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkDirectory, type Directory, PeopleError, type Problem, readDirectory } from "../../../people";
import { PeopleDocument } from "../../../people/document";
import { type ParsedFile, parsePeople } from "../../../people/parse";

const now = new Date("2026-11-28T12:00:00Z");

/** What the text of one file says, and what is wrong with it. */
export function parsed(text: string): ParsedFile & { problems: readonly Problem[] } {
  const document = new PeopleDocument("p.yaml", text);
  return document.problems.length > 0
    ? { document, content: {}, problems: document.problems }
    : parsePeople(document);
}

/** Reads texts as the files of one folder; by names where they are given. */
export function directoryOf(texts: Record<string, string>, ...names: string[]): Directory {
  return readTexts(texts, names.length > 0 ? names : Object.keys(texts), readDirectory);
}

/** The lines that tell what is wrong; none where nothing is. */
export function problemsIn(texts: Record<string, string>): string[] {
  return problemsOf(() => directoryOf(texts));
}

/** As `problemsIn`, of `roster check`. */
export function findingsIn(texts: Record<string, string>): string[] {
  return problemsOf(() => readTexts(texts, Object.keys(texts), checkDirectory));
}

function readTexts(texts: Record<string, string>, names: string[], read: typeof readDirectory): Directory {
  const folder = mkdtempSync(join(tmpdir(), "people-"));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    return read(names, folder, now);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function problemsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return error.message.split("\n");
  }
}
