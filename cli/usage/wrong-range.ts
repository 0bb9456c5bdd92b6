import type { Command } from "commander";

/** A range that cannot be asked for, as only Losant's clock could tell: wrong use, not an answer that is missing. */
export class WrongRange extends Error {
  override readonly name = "WrongRange";
}

/** Does what reads usage, and ends the command as wrong use where that finds the range wrong. */
export async function refusingWrongRange<Value>(
  command: Command,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WrongRange) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}
