import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlanRecord, planFolderVariable } from "../../plan/record";
import { EngineEvent } from "./events";

/** How to run a preview. */
export interface PreviewOptions {
  stack?: string | undefined;
  folder: string;
  /** What goes to `pulumi preview` as it is. */
  more: readonly string[];
}

/** What a preview left behind. */
export interface PreviewResult {
  exitCode: number;
  /** What the CLI itself says is wrong, such as a stack that is not there: no event tells it. */
  errors: string[];
  events: EngineEvent[];
  records: PlanRecord[];
}

/**
 * Runs `pulumi preview` with the user's own CLI, which prints as always, and reads what the engine and the providers write
 * down. Nothing is written to Losant or to the stack.
 *
 * @throws where the CLI is not there.
 */
export async function runPreview({ stack, folder, more }: PreviewOptions): Promise<PreviewResult> {
  const written = mkdtempSync(join(tmpdir(), "pulumi-losant-plan-"));
  const eventLog = join(written, "events.log");
  try {
    const stated = stack === undefined ? [] : ["--stack", stack];
    const commandLine = ["preview", "--non-interactive", ...stated, "--event-log", eventLog, ...more];
    const ended = await run(commandLine, folder, { [planFolderVariable]: written });
    return { ...ended, events: linesOf(eventLog).flatMap(eventIn), records: recordsIn(written) };
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
}

/** The CLI takes `--event-log` where its commands for tools are on, as the Automation API has them. */
function run(
  commandLine: string[],
  cwd: string,
  more: Record<string, string>,
): Promise<Pick<PreviewResult, "exitCode" | "errors">> {
  const env = { ...process.env, PULUMI_DEBUG_COMMANDS: "true", ...more };
  let stderr = "";
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", commandLine, { cwd, env, stdio: ["inherit", "inherit", "pipe"] });
    child.stderr.on("data", (chunk: Buffer) => {
      process.stderr.write(chunk);
      stderr = (stderr + chunk.toString()).slice(-mostKept);
    });
    child.on("error", () =>
      reject(new Error("the Pulumi CLI cannot be started: install it, and see that pulumi is in the PATH")),
    );
    child.on("close", (code) => resolve({ exitCode: code ?? 1, errors: errorsIn(stderr) }));
  });
}

/** So many characters of what the CLI says last. */
const mostKept = 10_000;

function errorsIn(stderr: string): string[] {
  return stderr.split("\n").flatMap((line) => /^error: (.+)$/.exec(line.trim())?.[1] ?? []);
}

function recordsIn(folder: string): PlanRecord[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.flatMap((name) => linesOf(join(folder, name)).map((value) => PlanRecord.parse(value)));
}

function linesOf(path: string): unknown[] {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function eventIn(value: unknown): EngineEvent[] {
  const event = EngineEvent.safeParse(value).data;
  return event ? [event] : [];
}
