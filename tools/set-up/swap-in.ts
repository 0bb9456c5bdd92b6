import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";

/**
 * Puts a finished folder in its place at once, so that nobody meets half of it. Where two do that at the same time
 * one of both stays, whole. What stood there before lies beside the finished folder, whose parent is to be removed.
 */
export async function swapIn(finished: string, place: string): Promise<void> {
  await rename(place, join(finished, "..", "before")).catch(({ code }: NodeJS.ErrnoException) => {
    if (code !== "ENOENT") throw new Error(`${place} could not be replaced (${code}).`);
  });
  await rename(finished, place).catch((error: unknown) => {
    // Somebody else's is there by now, and as good.
    if (!existsSync(place)) throw error;
  });
}
