import assert from "node:assert/strict";
import { dynamicFace, type Face } from "./faces";
import { type CliResult, PulumiWorkspace } from "./pulumi-workspace";
import { TestSimulator } from "./simulator";

/** A simulator, and a new workspace of the real CLI for each test. */
export class CliSetting {
  workspace!: PulumiWorkspace;

  private constructor(
    readonly simulator: TestSimulator,
    readonly face: Face,
  ) {}

  static async start(face = dynamicFace): Promise<CliSetting> {
    return new CliSetting(await TestSimulator.start(), face);
  }

  get orgId(): string {
    return this.simulator.orgId;
  }

  async reset(options: { refreshAlways?: boolean } = {}): Promise<void> {
    this.simulator.reset();
    await this.workspace?.dispose();
    this.workspace = await PulumiWorkspace.create({ env: this.simulator.env, face: this.face, ...options });
  }

  async close(): Promise<void> {
    await this.workspace?.dispose();
    await this.simulator.close();
  }

  /** A program; `orgId` is there. */
  program(text: string): void {
    this.workspace.program(`const orgId = "${this.orgId}";\n${text}`);
  }

  /** How many calls of an action there were since the last count. */
  async calls(action: string): Promise<number> {
    const { byAction } = await this.simulator.requests();
    return byAction[action] ?? 0;
  }
}

/** Insists that a run of the CLI succeeded; gives its output. */
export async function succeed(run: Promise<CliResult>): Promise<string> {
  const { exitCode, output } = await run;
  assert.equal(exitCode, 0, output);
  return output;
}

/** Insists that a run of the CLI failed; gives its output. */
export async function fail(run: Promise<CliResult>): Promise<string> {
  const { exitCode, output } = await run;
  assert.notEqual(exitCode, 0, output);
  return output;
}
