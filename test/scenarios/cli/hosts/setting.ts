import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commentOnPlan } from "../../../../cli/comment";
import { keepDriftIssue } from "../../../../cli/drift-issue";
import type { FindingKind } from "../../../../plan/findings";
import type { Plan } from "../../../../plan/plan";
import { type CodeHost, GitHubStandIn, GitLabStandIn } from "../../../support/code-host";
import { temporaryFolder } from "../../../support/project-folder";

/** The stand-ins of both hosts. */
export const standIns: Record<string, () => Promise<CodeHost>> = {
  GitHub: GitHubStandIn.start,
  GitLab: GitLabStandIn.start,
};

/** Describes scenarios once for both hosts; each test begins with an empty one. */
export function onBothHosts(title: string, scenarios: (host: () => CodeHost, name: string) => void): void {
  for (const [name, start] of Object.entries(standIns)) {
    describe(`${title} on ${name}`, () => {
      let host: CodeHost | undefined;
      const running = (): CodeHost => {
        if (!host) throw new Error("The stand-in has not started.");
        return host;
      };
      before(async () => {
        host = await start();
      });
      beforeEach(() => running().reset());
      after(() => host?.close());
      scenarios(running, name);
    });
  }
}

const atOnce = { backoff: () => 0 };

/** A file with a plan; undefined: a file that is not there. */
function planFile(plan: unknown): string {
  const path = join(temporaryFolder("plan"), "plan.json");
  if (plan !== undefined) writeFileSync(path, JSON.stringify(plan));
  return path;
}

/** `pulumi-losant comment`, as a pipeline of the host would run it. */
export function comment(host: CodeHost, plan: Plan | undefined, more: Record<string, string> = {}) {
  const options = { plan: planFile(plan), stack: "production" };
  return commentOnPlan(options, { ...host.env(), ...more }, atOnce);
}

/** `pulumi-losant drift-issue`, as a pipeline of the host would run it. */
export function driftIssue(host: CodeHost, plan: Plan | undefined, more: Record<string, string> = {}) {
  const findings: FindingKind[] = ["drift", "unmanaged", "lapsed"];
  const options = { plan: planFile(plan), stack: "production", findings };
  return keepDriftIssue(options, { ...host.env(), ...more }, atOnce);
}
