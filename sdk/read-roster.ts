import { programError } from "./errors";
import type { OrgRosterArgs } from "./org-roster";

/** What is known of a roster beside its people. */
export interface ReadRosterOptions extends Omit<OrgRosterArgs, "members"> {}

/**
 * Reads people from YAML files, and gives what {@link OrgRoster} takes: teams with shared roles, single people, and options
 * under `roster:`. What is given here wins over those. The format is in docs/people-yaml.md; `pulumi-losant roster check`
 * checks the same files without a token.
 *
 * Access that has ended by now (`until`) does not count; whoever has no other keeps it in the roster with its end.
 *
 * @param files A file, a pattern such as `people/*.yaml`, or several; relative to the program's directory.
 * @throws pulumi.RunError with the problems of all files: file, line, column, path, and what is allowed.
 * @example
 * ```ts
 * import * as losant from "pulumi-losant";
 *
 * const orgId = "575ed6e87ae143cd83dc4aa8";
 * new losant.OrgRoster("everybody", losant.readRoster("people.yaml", { orgId }));
 * ```
 */
export function readRoster(files: string | readonly string[], options: ReadRosterOptions): OrgRosterArgs {
  // Loaded here: a program that reads no files needs neither YAML nor zod.
  const { readRosterFiles }: typeof import("../people") = require("../people");
  try {
    const patterns = typeof files === "string" ? [files] : files;
    const stated = Object.entries(options).filter(([, value]) => value !== undefined);
    return {
      orgId: options.orgId,
      ...readRosterFiles(patterns, process.cwd(), new Date()),
      ...Object.fromEntries(stated),
    };
  } catch (error) {
    throw programError(error instanceof Error ? error.message : String(error));
  }
}
