import { z } from "zod";

/** A process of the run begins. */
const Opening = z.object({
  is: z.literal("opened"),
  by: z.string(),
  pid: z.number(),
  /** The process of the engine, where the system tells it. */
  engine: z.number().optional(),
  /** Everything up to this byte is of an earlier run, whose engine had the same address. */
  after: z.number(),
  /** Keys are made with the one of the first opening in the file. */
  salt: z.string(),
});
export type Opening = z.infer<typeof Opening>;

/** What one process of a run tells the others of an organization. */
const Entry = z.object({ is: z.string(), org: z.string(), value: z.unknown() });
export type Entry = z.infer<typeof Entry>;

const Signed = Entry.extend({ by: z.string() });

/**
 * Text to append in one write. It begins on a line of its own, as another process may have been killed in the middle of
 * one.
 */
export function asLines(values: readonly ((Entry & { by: string }) | Opening)[]): Buffer {
  return Buffer.from(`\n${values.map((value) => JSON.stringify(value)).join("\n")}\n`);
}

/** The whole lines of some bytes; what comes after the last end of a line is still being written. */
export function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf("\n") + 1);
}

/** The entries in some lines, and who wrote them. */
export function entriesIn(lines: Buffer): z.infer<typeof Signed>[] {
  return valuesIn(lines).flatMap((value) => Signed.safeParse(value).data ?? []);
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
