import { type CliResult, PulumiWorkspace } from "../../test/support/pulumi-workspace";
import { TestSimulator } from "../../test/support/simulator";
import { nothingProvider, type Program } from "./programs";
import type { Scenario, Step } from "./scenarios";

/** What one step took, beside the floor. */
export interface Measurement {
  scenario: string;
  latency: number;
  step: Step;
  floorSeconds: number;
  seconds: number;
  requests: number;
}

const farAway = 1_000_000;

/** Measures a scenario, each step right after the same step of the floor. */
export async function measure(scenario: Scenario, latency: number): Promise<Measurement[]> {
  const simulator = await TestSimulator.start();
  const floor = await workspaceFor(simulator);
  const ours = await workspaceFor(simulator);
  try {
    if (!scenario.areInvited) await populate(simulator, scenario.people);
    if (latency > 0) await simulator.fault({ action: "*", latencyMs: latency, times: farAway });
    const measurements: Measurement[] = [];
    for (const step of scenario.steps) {
      const floorSeconds = await timed(floor, scenario.floor, scenario, step, simulator);
      await simulator.clearRequests();
      const seconds = await timed(ours, scenario.program, scenario, step, simulator);
      const { total: requests } = await simulator.requests();
      measurements.push({ scenario: scenario.name, latency, step, floorSeconds, seconds, requests });
    }
    return measurements;
  } finally {
    await Promise.all([floor.dispose(), ours.dispose(), simulator.close()]);
  }
}

async function workspaceFor(simulator: TestSimulator): Promise<PulumiWorkspace> {
  const workspace = await PulumiWorkspace.create({ env: { ...simulator.env, LOSANT_MAX_REMOVALS: "100%" } });
  workspace.write("nothing.js", nothingProvider);
  return workspace;
}

async function populate(simulator: TestSimulator, people: number): Promise<void> {
  await simulator.putState((state) => {
    const [organization] = state.organizations;
    for (let index = 0; index < people; index += 1) {
      organization?.members.push({ email: `person-${index}@example.com`, role: "view" });
    }
  });
}

async function timed(
  workspace: PulumiWorkspace,
  program: Program,
  { people }: Scenario,
  step: Step,
  simulator: TestSimulator,
): Promise<number> {
  const role = step === "change" ? "edit" : "view";
  workspace.program(program(simulator.orgId, { people, role }));
  const start = performance.now();
  const { exitCode, output } = await run(workspace, step);
  if (exitCode !== 0) throw new Error(`${step} failed.\n${output}`);
  return (performance.now() - start) / 1000;
}

function run(workspace: PulumiWorkspace, step: Step): Promise<CliResult> {
  if (step === "plan") return workspace.preview();
  if (step === "preview") return workspace.preview("--expect-no-changes");
  return step === "destroy" ? workspace.destroy() : workspace.up();
}
