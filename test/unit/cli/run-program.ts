import ts from "typescript";
import { z } from "zod";
import { rosterOf } from "../../../people";
import { directoryOf } from "../../../people/directory";
import { parsed } from "../people/support";
import { now } from "../samples";

/** A resource that a program declares: its class and arguments. */
export interface Declared {
  kind: string;
  stated: Record<string, unknown>;
}

const Stated = z.record(z.string(), z.unknown());

/** Runs an exported program, and gives what it declares. @throws for problems in people.yaml */
export function declaredBy(files: Record<string, string>): Declared[] {
  const { outputText, diagnostics = [] } = ts.transpileModule(files["index.ts"] ?? "", {
    reportDiagnostics: true,
  });
  if (diagnostics.length > 0)
    throw new Error(diagnostics.map(({ messageText }) => String(messageText)).join("\n"));
  const declared: Declared[] = [];
  const declaring = (kind: string) =>
    class {
      constructor(_name: string, stated: unknown) {
        declared.push({ kind, stated: Stated.parse(stated) });
      }
    };
  const losant = {
    Organization: declaring("Organization"),
    OrgRoster: declaring("OrgRoster"),
    OrgMembership: declaring("OrgMembership"),
    readRoster: (name: string, options: object) => ({ ...rosterIn(files[name] ?? ""), ...options }),
  };
  new Function("require", "exports", outputText)(() => losant, {});
  return declared;
}

function rosterIn(text: string): object {
  const file = parsed(text);
  const { directory, places } = directoryOf([file]);
  const problems = [...file.problems, ...places.problems];
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return rosterOf(directory, now);
}
