import type { CliResult, PulumiWorkspace } from "../../test/support/pulumi-workspace";
import { TestSimulator } from "../../test/support/simulator";
import { PeakMemory } from "./peak-memory";
import type { Scenario, Step } from "./scenarios";
import { programOf, providerCommands, type Subject, subjects, workspaceOf } from "./subjects";

/** What one step cost a subject. */
export interface Cost {
  seconds: number;
  requests: number;
  /** The largest memory of a provider process, in MB. */
  memory: number | undefined;
}

/** What one step cost each subject. */
export interface Measurement {
  scenario: string;
  latency: number;
  step: Step;
  costs: Record<Subject, Cost>;
}

const farAway = 1_000_000;

/** Measures a scenario; the subjects take each step one right after the other, each in an organization of its own. */
export async function measure(scenario: Scenario, latency: number): Promise<Measurement[]> {
  const runs = await Promise.all(subjects.map((subject) => SubjectRun.begin(subject, scenario, latency)));
  try {
    const measurements: Measurement[] = [];
    for (const step of scenario.steps) {
      const costs: [Subject, Cost][] = [];
      for (const run of runs) costs.push([run.subject, await run.take(step)]);
      measurements.push({ scenario: scenario.name, latency, step, costs: costsOf(costs) });
    }
    return measurements;
  } finally {
    await Promise.all(runs.map((run) => run.end()));
  }
}

function costsOf(costs: [Subject, Cost][]): Record<Subject, Cost> {
  const nothing = { seconds: 0, requests: 0, memory: undefined };
  return { floor: nothing, dynamic: nothing, native: nothing, ...Object.fromEntries(costs) };
}

/** One subject in one scenario, with a stack and a simulator of its own. */
class SubjectRun {
  private constructor(
    readonly subject: Subject,
    private readonly scenario: Scenario,
    private readonly workspace: PulumiWorkspace,
    private readonly simulator: TestSimulator,
  ) {}

  static async begin(subject: Subject, scenario: Scenario, latency: number): Promise<SubjectRun> {
    const simulator = await TestSimulator.start();
    if (!scenario.areInvited) await populate(simulator, scenario.people);
    if (latency > 0) await simulator.fault({ action: "*", latencyMs: latency, times: farAway });
    return new SubjectRun(subject, scenario, await workspaceOf(subject, simulator), simulator);
  }

  async take(step: Step): Promise<Cost> {
    const { people } = this.scenario;
    const role = step === "change" ? "edit" : "view";
    const program = programOf(this.subject, this.scenario);
    this.workspace.program(program(this.simulator.orgId, { people, role }));
    await this.simulator.clearRequests();
    const memory = new PeakMemory(providerCommands[this.subject]);
    const start = performance.now();
    const { exitCode, output } = await runStep(this.workspace, step);
    const seconds = (performance.now() - start) / 1000;
    const peak = memory.stop();
    if (exitCode !== 0) throw new Error(`${step} failed.\n${output}`);
    return { seconds, requests: (await this.simulator.requests()).total, memory: peak };
  }

  async end(): Promise<void> {
    await Promise.all([this.workspace.dispose(), this.simulator.close()]);
  }
}

/** Adds as many members. */
export async function populate(simulator: TestSimulator, people: number): Promise<void> {
  await simulator.putState((state) => {
    const [organization] = state.organizations;
    for (let index = 0; index < people; index += 1) {
      organization?.members.push({ email: `person-${index}@example.com`, role: "view" });
    }
  });
}

function runStep(workspace: PulumiWorkspace, step: Step): Promise<CliResult> {
  if (step === "plan") return workspace.preview();
  if (step === "preview") return workspace.preview("--expect-no-changes");
  return step === "destroy" ? workspace.destroy() : workspace.up();
}
