import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Directory, PeopleError, readDirectory } from "../../../people";

/** Reads texts as the files of one folder; by names where they are given. */
export function directoryOf(texts: Record<string, string>, ...names: string[]): Directory {
  const folder = mkdtempSync(join(tmpdir(), "people-"));
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    return readDirectory(
      names.length > 0 ? names : Object.keys(texts),
      folder,
      new Date("2026-11-28T12:00:00Z"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines that tell what is wrong; none where nothing is. */
export function problemsIn(texts: Record<string, string>): string[] {
  try {
    directoryOf(texts);
    return [];
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return error.message.split("\n");
  }
}
