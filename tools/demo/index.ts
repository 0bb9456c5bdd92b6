import { PulumiWorkspace } from "../../test/support/pulumi-workspace";
import { TestSimulator } from "../../test/support/simulator";
import { show, tell } from "./narration";
import { demoProgram } from "./program";

/*
 * `npm run demo`: the main job on the real Pulumi CLI against the simulator, in a temporary folder. It is a test as
 * well: it fails where a step does not show what it should.
 */

async function demo(): Promise<void> {
  const simulator = await TestSimulator.start();
  await simulator.addMember({ email: "ann@example.com", role: "view" });
  const workspace = await PulumiWorkspace.create({ env: simulator.env });
  try {
    await walk(simulator, workspace);
  } finally {
    await workspace.dispose();
    await simulator.close();
  }
}

async function walk(simulator: TestSimulator, workspace: PulumiWorkspace): Promise<void> {
  const program = demoProgram(simulator.orgId);
  workspace.program(program);
  tell(
    "A local Losant organization, in which Ann is a member already, and this program:",
    ...program.split("\n"),
  );

  tell("up adopts the organization and Ann, and invites Bob.");
  await run(workspace, "up", "will be adopted", "bob@example.com: invited", "4 created");
  await simulator.accept("bob@example.com");
  await simulator.setMember("ann@example.com", { role: "admin" });

  tell("Bob accepts. Somebody makes Ann an admin, by hand. preview shows what is not as the program says:");
  await run(workspace, "preview --diff", 'role\\s*: "admin" => "edit"', 'status\\s*: "pending" => "active"');

  tell("up changes it back; Bob, who accepted, is fine as he is.");
  await run(workspace, "up", "1 updated");

  tell("Usage figures are outputs of the same program.");
  await run(workspace, "stack output", "devicesNow", "payloadsThisWeek");

  tell("destroy removes the people whom the program brought or took over, and leaves the organization.");
  await run(workspace, "destroy", "ann@example.com: removed from", "stays at Losant", "deleted");
  tell("That was it. Nothing is left behind; examples/ has programs to copy out.");
}

/** Runs a command of the CLI, shows it, and insists on what it should say. */
async function run(workspace: PulumiWorkspace, command: string, ...expected: string[]): Promise<void> {
  const result = await carryOut(workspace, command);
  show(`pulumi ${command}`, result);
  const missing = expected.filter((text) => !new RegExp(text).test(result.output));
  if (result.exitCode === 0 && missing.length === 0) return;
  throw new Error(
    `pulumi ${command} ended with ${result.exitCode}; missing: ${missing.join(" | ")}\n${result.output}`,
  );
}

function carryOut(workspace: PulumiWorkspace, command: string) {
  const [verb = "", ...flags] = command.split(" ");
  if (verb === "up") return workspace.up();
  if (verb === "destroy") return workspace.destroy();
  return verb === "preview" ? workspace.preview(...flags) : workspace.run(verb, ...flags);
}

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

demo().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
