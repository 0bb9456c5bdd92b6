import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../set-up/project";
import { type Release, releaseNotes, releaseProblems } from "./check-release";
import { readManifest } from "./manifest";

const Schema = z.object({ version: z.string() });
const read = (path: string): string => readFileSync(join(projectFolder, path), "utf8");

function describeRelease(tag: string): Release {
  const { version: schemaVersion } = Schema.parse(JSON.parse(read("native/schema.json")));
  return { tag, manifest: readManifest(), changelog: read("CHANGELOG.md"), schemaVersion };
}

/** Says what keeps a tag from being published; else prints what the changelog says of it. */
function check([tag]: string[]): void {
  if (tag === undefined) throw new Error("Give the tag, such as v1.2.3.");
  const release = describeRelease(tag);
  const problems = releaseProblems(release);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  console.log(releaseNotes(release));
}

try {
  check(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
