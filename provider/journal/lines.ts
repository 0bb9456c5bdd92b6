import { z } from "zod";
import { Entry, Opening } from "./entries";

const Signature = z.object({ by: z.string() });

/** An entry, and who wrote it. */
export interface Written {
  by: string;
  entry: Entry;
}

/**
 * Text to append in one write. It begins on a line of its own, as another process may have been killed in the middle of
 * one.
 */
export function asLines(values: readonly object[]): Buffer {
  return Buffer.from(`\n${values.map((value) => JSON.stringify(value)).join("\n")}\n`);
}

/** The whole lines of some bytes; what comes after the last end of a line is still being written. */
export function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
}

/** The entries in some lines. What another release wrote and this one does not know is left out. */
export function entriesIn(lines: Buffer): Written[] {
  return valuesIn(lines).flatMap((value) => {
    const entry = Entry.safeParse(value).data;
    const signature = Signature.safeParse(value).data;
    return entry && signature ? { by: signature.by, entry } : [];
  });
}

/** Who has opened a journal, first things first. */
export function openingsIn(lines: Buffer): Opening[] {
  return valuesIn(lines).flatMap((value) => Opening.safeParse(value).data ?? []);
}

function valuesIn(lines: Buffer): unknown[] {
  return lines
    .toString("utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : parsed(line)));
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
