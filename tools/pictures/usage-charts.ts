import { runInProcess } from "../../test/scenarios/cli/run-in-process";
import { TestSimulator } from "../../test/support/simulator";
import { type UsageSection, usageSections } from "../../usage/charts";
import { Usage } from "../../usage/figures";
import type { Theme } from "./screenshot";

const shown = ["payloads-so-far", "payloads-by-kind", "devices-per-day"];

/** A page of the pictures of `pulumi-losant usage`, by theme. */
export async function usagePage(): Promise<(theme: Theme) => string> {
  const [usage] = (await simulatedUsage()).organizations;
  if (usage === undefined) throw new Error("There is no usage to draw.");
  const sections = (await usageSections(usage)).filter(({ id }) => shown.includes(id));
  const body = sections.map(figure).join("");
  return (theme) => `<!doctype html><meta charset="utf-8"><style>${styles[theme]}
    body { margin: 0; padding: 20px 28px; font: 14px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
    figure { margin: 0 0 22px; } h2 { font-size: 16px; margin: 0; } p { margin: 2px 0 10px; opacity: .75; }
    svg { display: block; max-width: 100%; height: auto; }</style>${body}`;
}

const styles: Record<Theme, string> = {
  light: ":root { --page: #fff; --text: #1f2937; --usage-series: #2563eb; --usage-limit: #d4373c; }",
  dark: ":root { --page: #0d1117; --text: #d1d9e0; --usage-series: #5b9bf8; --usage-limit: #ff6b6b; }",
};

function figure({ title, summary, svg }: UsageSection): string {
  return `<figure><h2>${title}</h2><p>${summary}</p>${svg}</figure>`;
}

/** An organization on the 21st of a month, whose payloads are going to pass their limit. */
async function simulatedUsage(): Promise<Usage> {
  const simulator = await TestSimulator.start({ people: 12 });
  try {
    const limits = { device: 1500, payload: 68_000_000, notebookMinutesPerMonth: 3000, member: 20 };
    await simulator.putState(({ organizations }) => {
      for (const organization of organizations) Object.assign(organization.limits, limits);
    });
    await simulator.advance(untilThe21st(new Date()));
    const { exitCode, stdout, stderr } = await runInProcess(simulator, "usage", "--json");
    if (exitCode !== 0) throw new Error(stderr);
    return Usage.parse(JSON.parse(stdout));
  } finally {
    await simulator.close();
  }
}

function untilThe21st(now: Date): number {
  const inMonth = (month: number) => Date.UTC(now.getUTCFullYear(), month, 21, 14);
  const thisMonth = inMonth(now.getUTCMonth()) - now.getTime();
  return thisMonth >= 0 ? thisMonth : inMonth(now.getUTCMonth() + 1) - now.getTime();
}
