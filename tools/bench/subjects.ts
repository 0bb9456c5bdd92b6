import { join } from "node:path";
import { PulumiWorkspace } from "../../test/support/pulumi-workspace";
import type { TestSimulator } from "../../test/support/simulator";
import { projectFolder } from "../set-up/project";
import { nothingProvider, type Program } from "./programs";
import type { Scenario } from "./scenarios";

/** What runs a scenario's program: resources that do nothing, or one of our faces. */
export const subjects = ["floor", "dynamic", "native"] as const;
export type Subject = (typeof subjects)[number];

/** A project for a subject, with an empty stack. */
export async function workspaceOf(subject: Subject, simulator: TestSimulator): Promise<PulumiWorkspace> {
  const isNative = subject === "native";
  const workspace = await PulumiWorkspace.create({
    env: { ...simulator.env, LOSANT_MAX_REMOVALS: "100%" },
    // The native plugin lets the engine read by itself.
    refreshAlways: !isNative,
    ...(isNative && { plugins: { losant: join(projectFolder, "plugin") } }),
  });
  workspace.write("nothing.js", nothingProvider);
  return workspace;
}

/** The scenario's program for a subject. */
export function programOf(subject: Subject, { program, floor }: Scenario): Program {
  if (subject === "floor") return floor;
  return subject === "dynamic" ? program : (orgId, size) => natively(program(orgId, size));
}

function natively(program: string): string {
  return `const native = require("pulumi-losant/native");\n${program.replaceAll("new losant.", "new native.")}`;
}

/** What stands in the command line of a subject's provider process. */
export const providerCommands: Record<Subject, string> = {
  floor: "cmd/dynamic-provider",
  dynamic: "cmd/dynamic-provider",
  native: "pulumi-resource-losant",
};
