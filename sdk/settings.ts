import * as pulumi from "@pulumi/pulumi";
import { printable } from "../client/printable";
import { settingKeys } from "./generated/kinds";
import { onePerRun } from "./one-per-run";

const prefix = "losant:";

const currentWarning = onePerRun(() => ({ isDone: false }));

/** Warns of settings that have no effect, and of a token that everybody can read; once for each program. */
export function warnOfSettings(): void {
  const warning = currentWarning();
  if (!warning || warning.isDone) return;
  warning.isDone = true;
  const problems = [...misspelt(), ...tokenInClear()];
  for (const problem of problems) void pulumi.log.warn(problem);
}

/** The configuration of a project that is itself called `losant` has other keys with the same prefix. */
function misspelt(): string[] {
  if (pulumi.getProject() === "losant") return [];
  const unknown = Object.keys(pulumi.runtime.allConfig()).filter(
    (key) => key.startsWith(prefix) && !settingKeys.includes(key),
  );
  return unknown.map(
    (key) =>
      `${printable(key)} is set in the stack's configuration, but there is no such setting. Use one of ` +
      `${settingKeys.join(", ")}.`,
  );
}

function tokenInClear(): string[] {
  const key = "losant:apiToken";
  if (pulumi.runtime.getConfig(key) === undefined || isSecret(key) !== false) return [];
  return [
    `${key} is stored in clear in the stack's configuration. Encrypt it: pulumi config set --secret ${key}. ` +
      `Replace the token at Losant if the file was shared.`,
  ];
}

/** Pulumi knows it, but has it in no declaration; undefined where a version does not tell. */
function isSecret(key: string): boolean | undefined {
  const ask: unknown = Reflect.get(pulumi.runtime, "isConfigSecret");
  const answer: unknown = typeof ask === "function" ? ask(key) : undefined;
  return typeof answer === "boolean" ? answer : undefined;
}
