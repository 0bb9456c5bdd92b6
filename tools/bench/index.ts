import { cpus, totalmem } from "node:os";
import { Command } from "commander";
import { buildWhenStale } from "../set-up/build";
import { type Measurement, measure } from "./measure";
import { type Scenario, scenarios } from "./scenarios";

/*
 * `npm run bench`: what a stack of ours costs beside one of resources that do nothing, on the real CLI against the
 * simulator, in the same run. Figures to compare are the ratios.
 */

interface Options {
  only?: string;
  repeat: string;
}

const command = new Command("npm run bench --")
  .option("--only <text>", "only scenarios whose name holds this text")
  .option("--repeat <times>", "measure each scenario so often, and take the median", "1")
  .action(bench);

async function bench({ only = "", repeat }: Options): Promise<void> {
  await buildWhenStale();
  console.log(
    `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  console.log("| what | latency | step | floor | ours | ratio | requests |");
  console.log("|---|---|---|---|---|---|---|");
  for (const scenario of scenarios.filter(({ name }) => name.includes(only))) {
    for (const latency of scenario.latencies) await report(scenario, latency, Number(repeat));
  }
}

async function report(scenario: Scenario, latency: number, times: number): Promise<void> {
  const rounds: Measurement[][] = [];
  for (let round = 0; round < times; round += 1) rounds.push(await measure(scenario, latency));
  scenario.steps.forEach((_, index) => {
    console.log(row(medianOf(rounds.flatMap((round) => round[index] ?? []))));
  });
}

/** The measurement whose ratio to the floor is the middle one. */
function medianOf(measurements: Measurement[]): Measurement {
  const sorted = [...measurements].sort((one, other) => ratio(one) - ratio(other));
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!median) throw new Error("nothing was measured");
  return median;
}

function ratio({ seconds, floorSeconds }: Measurement): number {
  return seconds / floorSeconds;
}

function row(measurement: Measurement): string {
  const { scenario, latency, step, floorSeconds, seconds, requests } = measurement;
  const cells = [
    scenario,
    `${latency} ms`,
    step,
    `${floorSeconds.toFixed(1)} s`,
    `${seconds.toFixed(1)} s`,
    ratio(measurement).toFixed(2),
    requests,
  ];
  return `| ${cells.join(" | ")} |`;
}

void command.parseAsync();
