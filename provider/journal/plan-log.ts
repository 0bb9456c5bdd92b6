import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanRecord } from "../../plan/record";

/** Where a provider process writes what its resources plan, for whoever shows a preview to people: a file of its own. */
export class PlanLog {
  private readonly file: string | undefined;

  /** `folder`: where nobody asks for records, there is none. */
  constructor(folder: string | undefined) {
    if (folder) this.file = join(folder, `${process.pid}-${randomBytes(8).toString("hex")}.jsonl`);
  }

  get isAsked(): boolean {
    return this.file !== undefined;
  }

  write(record: PlanRecord): void {
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  }
}
