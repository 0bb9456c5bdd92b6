import { join } from "node:path";
import { planMarkdown } from "../../plan/markdown";
import type { Plan } from "../../plan/plan";
import type { CliResult, PulumiWorkspace } from "../../test/support/pulumi-workspace";
import { TestSimulator } from "../../test/support/simulator";
import { projectFolder } from "../set-up/project";
import { populate } from "./measure";
import type { Scenario } from "./scenarios";
import { programOf, subjects, workspaceOf } from "./subjects";

type Face = Exclude<(typeof subjects)[number], "floor">;
const faces = subjects.filter((subject) => subject !== "floor");

/** Where everybody's roles change, what `pulumi-losant plan` costs beside the preview that it runs, in turn. */
export async function reportPlanCommand(chosen: readonly Scenario[], times: number): Promise<void> {
  console.log("\n| what | face | preview | pulumi-losant plan | ratio |\n|---|---|---|---|---|");
  for (const scenario of chosen.filter(({ hasPlanCommand }) => hasPlanCommand))
    for (const face of faces) await report(scenario, face, times);
}

async function report(scenario: Scenario, face: Face, times: number): Promise<void> {
  const simulator = await TestSimulator.start();
  await populate(simulator, scenario.people);
  const workspace = await workspaceOf(face, simulator);
  try {
    const program = programOf(face, scenario);
    const { people } = scenario;
    workspace.program(program(simulator.orgId, { people, role: "view" }));
    await seconds(() => workspace.up());
    workspace.program(program(simulator.orgId, { people, role: "edit" }));
    const pairs: (readonly [number, number])[] = [];
    for (let turn = 0; turn < times; turn += 1)
      pairs.push([await seconds(() => workspace.preview()), await seconds(() => plan(workspace))] as const);
    const [preview, command] = [0, 1].map((index) =>
      median(pairs.map((pair) => pair[index] ?? 0)).toFixed(1),
    );
    const ratio = median(pairs.map(([one, other]) => other / one)).toFixed(2);
    console.log(`| ${scenario.name} | ${face} | ${preview} s | ${command} s | ${ratio} |`);
  } finally {
    await Promise.all([workspace.dispose(), simulator.close()]);
  }
}

function plan(workspace: PulumiWorkspace): Promise<CliResult> {
  const command = join(projectFolder, "dist/cli/index.js");
  return workspace.runOurs(command, "plan", "--stack", "dev", "--markdown", "plan.md", "--json", "plan.json");
}

async function seconds(run: () => Promise<CliResult>): Promise<number> {
  const start = performance.now();
  const { exitCode, output } = await run();
  if (exitCode !== 0) throw new Error(output);
  return (performance.now() - start) / 1000;
}

/** What making the Markdown of a thousand changed people takes, in milliseconds of CPU. */
export function reportMarkdown(times: number): void {
  const plan = planOfAll(1000);
  const spent = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    planMarkdown(plan, new Date());
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  console.log(`\nThe Markdown of 1,000 changed people: ${median(spent).toFixed(0)} ms of CPU.`);
}

function planOfAll(people: number): Plan {
  const changed = Array.from({ length: people }, (_, index) => ({
    email: `person-${index}@example.com`,
    does: "change roles" as const,
    cause: "program" as const,
    from: { role: "view" as const, applications: [{ id: "575ed70c7ae143cd83dc4aa9", role: "view" }] },
    to: { role: "edit" as const, applications: [] },
    reason: "moves to operations",
    resource: { kind: "OrgRoster" as const, name: "everybody" },
  }));
  const organization = {
    id: "575ed6e87ae143cd83dc4aa8",
    people: changed,
    unchanged: 0,
    unmanaged: [],
    refusals: [],
  };
  return {
    version: 1,
    stack: "production",
    command: "pulumi-losant plan",
    organizations: [{ ...organization, settings: [] }],
    errors: [],
    unknown: [],
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
