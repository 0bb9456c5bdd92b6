import { cpus, totalmem } from "node:os";
import { Command } from "commander";
import { buildWhenStale } from "../set-up/build";
import { type Cost, type Measurement, measure } from "./measure";
import { reportMarkdown, reportPlanCommand } from "./plan-command";
import { reportReportCommand } from "./report-command";
import { type Scenario, scenarios } from "./scenarios";
import { type Subject, subjects } from "./subjects";

/*
 * `npm run bench`: what stacks of ours cost, by each face, beside one of resources that do nothing, on the real CLI against
 * the simulator, in the same run. Figures to compare are the ratios.
 */

interface Options {
  only?: string;
  repeat: string;
  planOnly?: boolean;
}

const command = new Command("npm run bench --")
  .option("--only <text>", "only scenarios whose name holds this text")
  .option("--repeat <times>", "measure each scenario so often, and take the medians", "1")
  .option("--plan-only", "only what pulumi-losant plan costs")
  .action(bench);

async function bench({ only = "", repeat, planOnly }: Options): Promise<void> {
  await buildWhenStale();
  console.log(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  console.log("| what | latency | step | floor | dynamic | native | requests | memory |");
  console.log("|---|---|---|---|---|---|---|---|");
  const chosen = scenarios.filter(({ name }) => name.includes(only));
  if (!planOnly)
    for (const scenario of chosen)
      for (const latency of scenario.latencies) await report(scenario, latency, Number(repeat));
  await reportPlanCommand(chosen, Number(repeat));
  reportMarkdown(Number(repeat));
  await reportReportCommand(Number(repeat));
}

async function report(scenario: Scenario, latency: number, times: number): Promise<void> {
  const rounds: Measurement[][] = [];
  for (let round = 0; round < times; round += 1) rounds.push(await measure(scenario, latency));
  scenario.steps.forEach((_, index) => {
    console.log(row(rounds.flatMap((round) => round[index] ?? [])));
  });
}

/** One step in all rounds; ratios are those of each round, of which the middle one is told. */
function row(rounds: Measurement[]): string {
  const [{ scenario, latency, step, costs } = noMeasurement()] = rounds;
  const cells = [
    scenario,
    `${latency} ms`,
    step,
    ...subjects.map((subject) => time(rounds, subject)),
    `${costs.dynamic.requests} / ${costs.native.requests}`,
    `${memory(costs.dynamic)} / ${memory(costs.native)} MB`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function time(rounds: Measurement[], subject: Subject): string {
  const seconds = median(rounds.map(({ costs }) => costs[subject].seconds)).toFixed(1);
  if (subject === "floor") return `${seconds} s`;
  const ratio = median(rounds.map(({ costs }) => costs[subject].seconds / costs.floor.seconds));
  return `${seconds} s (${ratio.toFixed(2)})`;
}

function memory({ memory: megabytes }: Cost): string {
  return megabytes === undefined ? "–" : String(megabytes);
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? noMeasurement();
}

function noMeasurement(): never {
  throw new Error("nothing was measured");
}

void command.parseAsync();
