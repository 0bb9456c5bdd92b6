import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PulumiWorkspace } from "../../test/support/pulumi-workspace";
import { TestSimulator } from "../../test/support/simulator";
import { projectFolder } from "../set-up/project";
import type { Theme } from "./screenshot";

/** The comment that `pulumi-losant plan --markdown` writes for a change of several people, by theme, as GitHub shows it. */
export async function planComment(): Promise<(theme: Theme) => string> {
  const markdown = await planMarkdown();
  // An ES module, and this package is CommonJS.
  const { marked } = await import("marked");
  const body = await marked(markdown, { gfm: true });
  const styles = createRequire(__filename);
  return (theme) => {
    const css = readFileSync(styles.resolve(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
    return `<!doctype html><meta charset="utf-8"><style>${css}
      body { margin: 0; padding: 24px; background: ${theme === "dark" ? "#0d1117" : "#ffffff"}; }
      .markdown-body { border: 1px solid ${theme === "dark" ? "#3d444d" : "#d1d9e0"}; border-radius: 6px; padding: 16px; }
      </style><article class="markdown-body">${body}</article>`;
  };
}

async function planMarkdown(): Promise<string> {
  const simulator = await TestSimulator.start();
  const workspace = await PulumiWorkspace.create({ env: simulator.env, refreshAlways: true });
  try {
    const people = {
      "ann.reed": "edit",
      "ben.okafor": "view",
      "cleo.marsh": "admin",
      "dan.silva": "edit",
    } as const;
    for (const [name, role] of Object.entries(people))
      await simulator.addMember({ email: `${name}@example.com`, role });
    workspace.program(program(simulator.orgId, before));
    await expectSuccess(workspace.up());
    await simulator.setMember("ben.okafor@example.com", { role: "edit" });
    await simulator.addMember({ email: "guest@partner.example", role: "view" });
    workspace.program(program(simulator.orgId, after));
    const command = join(projectFolder, "dist/cli/index.js");
    await expectSuccess(workspace.runOurs(command, "plan", "--stack", "dev", "--markdown", "plan.md"));
    return readFileSync(join(workspace.folder, "plan.md"), "utf8");
  } finally {
    await Promise.all([workspace.dispose(), simulator.close()]);
  }
}

const before = {
  "owner@example.com": "admin",
  "ann.reed@example.com": "edit",
  "ben.okafor@example.com": "view",
  "cleo.marsh@example.com": "admin",
  "dan.silva@example.com": { role: "edit", until: "2099-03-31" },
};

/** Ann becomes an admin, Dan leaves, Eve and Finn come, Cleo gets another application. */
const after = {
  "owner@example.com": "admin",
  "ann.reed@example.com": { role: "admin", reason: "takes over operations", owner: "cleo.marsh@example.com" },
  "ben.okafor@example.com": "view",
  "cleo.marsh@example.com": "admin",
  "eve.lind@example.com": { role: "view", until: "2099-06-30", reason: "summer project" },
  "finn.moss@example.com": {
    role: "none",
    applicationRoles: [{ name: "Pump Stations", role: "collaborate" }],
  },
};

function program(orgId: string, members: object): string {
  return `new losant.OrgRoster("people", { orgId: "${orgId}", unmanaged: "remove", members: ${JSON.stringify(members)} });`;
}

async function expectSuccess(run: Promise<{ exitCode: number; output: string }>): Promise<void> {
  const { exitCode, output } = await run;
  if (exitCode !== 0) throw new Error(output);
}
