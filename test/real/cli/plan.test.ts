import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Plan } from "../../../plan/plan";
import { projectFolder } from "../../../tools/set-up/project";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { nativeFace, onBothFaces } from "../../support/faces";

const command = join(projectFolder, "dist/cli/index.js");

onBothFaces("pulumi-losant plan on the real CLI, whose events alone tell of deletes", (face) => {
  let setting: CliSetting;

  before(async () => {
    setting = await CliSetting.start(face);
  });

  beforeEach(() => setting.reset());
  after(() => setting?.close());

  const plan = (...flags: string[]) => setting.workspace.runOurs(command, "plan", "--stack", "dev", ...flags);
  const membership = (name: string, role: string, more = "") =>
    `new losant.OrgMembership("${name}", { orgId, email: "${name}@example.com", role: "${role}"${more} });`;

  it("says what an up does to people, and writes nothing to Losant or to the stack", async () => {
    for (const name of ["ann", "bob", "dan", "moved"]) {
      await setting.simulator.addMember({ email: `${name}@example.com`, role: "view" });
    }
    setting.program(["ann", "bob", "dan", "moved"].map((name) => membership(name, "view")).join("\n"));
    await succeed(setting.workspace.up());
    await setting.simulator.setMember("bob@example.com", { role: "edit" });
    const eve = 'new losant.OrgInvite("eve", { orgId, email: "eve@example.com", role: "none" });';
    const moved = 'new losant.OrgMember("other", { orgId, email: "moved@example.com", role: "view" });';
    setting.program(
      [membership("ann", "admin", ', reason: "on call"'), membership("bob", "view"), eve, moved].join("\n"),
    );
    const state = await setting.workspace.run("stack", "export");
    await setting.simulator.requests();
    const { exitCode, output } = await plan(
      "--markdown",
      "plan.md",
      "--json",
      "plan.json",
      "--fail-on",
      "ended",
      "--save",
      "approved.json",
      "--",
      "--refresh",
    );
    assert.equal(exitCode, 0, output);
    assert.match(output, /Previewing update/);
    const { byAction } = await setting.simulator.requests();
    const writes = Object.keys(byAction).filter((action) => !/get|pendingInvites/i.test(action));
    assert.deepEqual(writes, []);
    assert.equal((await setting.workspace.run("stack", "export")).stdout, state.stdout);
    const markdown = readFileSync(join(setting.workspace.folder, "plan.md"), "utf8");
    assert.match(
      markdown,
      /^\*\*1 loses access · 1 gets access · 1 becomes admin · 1 changed at Losant · 1 unchanged\*\*/,
    );
    assert.match(markdown, /### Lose access\n\n- `dan@example\.com`: removed \(view\)\n/);
    assert.match(markdown, /### Admins\n\n- `ann@example\.com`: view → admin · reason: none → `on call`\n/);
    assert.match(markdown, /### Get access\n\n- `eve@example\.com`: invited as none\n/);
    assert.match(
      markdown,
      /### Changed at Losant since the last up\n\n- `bob@example\.com`: changed back: edit → view\n/,
    );
    const json = Plan.parse(JSON.parse(readFileSync(join(setting.workspace.folder, "plan.json"), "utf8")));
    assert.deepEqual(
      json.organizations.map(({ id }) => id),
      [setting.orgId],
    );
    const found = await plan("--fail-on", "drift,removal", "--", "--refresh");
    assert.equal(found.exitCode, 1, found.output);
    assert.match(found.output, /found drift: 1, removal: 1/);
    setting.workspace.env.LOSANT_APPROVED_PLAN = join(setting.workspace.folder, "approved.json");
    await setting.simulator.setMember("bob@example.com", { role: "collaborate" });
    await succeed(setting.workspace.up("--refresh"));
    assert.equal(await setting.simulator.fetchMember("dan@example.com"), undefined);
    setting.program(
      `${membership("ann", "admin", ', reason: "on call"')}\n${membership("bob", "edit")}\n${eve}\n${moved}`,
    );
    assert.match(
      await fail(setting.workspace.up()),
      /bob@example\.com: making them edit .* is not what was approved/,
    );
    const approved = join(setting.workspace.folder, "approved.json");
    writeFileSync(approved, readFileSync(approved, "utf8").replace('"dev"', '"acme/people/prod"'));
    const ofAnother = /LOSANT_APPROVED_PLAN names the approved plan of stack \S*prod, and this is stack dev/;
    assert.match(await fail(setting.workspace.preview()), ofAnother);
    delete setting.workspace.env.LOSANT_APPROVED_PLAN;
  });

  it("says whom it cannot know before an up, and lets nobody approve that", async () => {
    await setting.simulator.addMember({ email: "ann@example.com", role: "view" });
    const made = 'new losant.Organization("made", { name: "Made" })';
    setting.program(
      `${membership("ann", "view")}\nconst made = ${made};\nnew losant.OrgMembership("eve", ` +
        `{ orgId: made.orgId, email: "eve@example.com", role: "edit" });`,
    );
    const { exitCode, output } = await plan("--save", "unknown.json");
    assert.equal(exitCode, 1, output);
    assert.match(output, /not known: what becomes of the people of OrgMembership eve: its orgId is known/);
    assert.equal(existsSync(join(setting.workspace.folder, "unknown.json")), false);
    setting.program(
      'new losant.OrgRoster("all", { orgId, deletionPolicy: "remove", members: { "owner@example.com": "admin", ' +
        '"ann@example.com": "view", "eve@example.com": "edit" } });',
    );
    await succeed(setting.workspace.up());
    setting.program("");
    const deleting = await plan("--json", "deleting.json");
    assert.equal(deleting.exitCode, 0, deleting.output);
    const text = readFileSync(join(setting.workspace.folder, "deleting.json"), "utf8");
    assert.deepEqual(
      Plan.parse(JSON.parse(text)).organizations[0]?.people.map(({ does, email }) => `${does} ${email}`),
      ["remove ann@example.com", "revoke eve@example.com", "remove owner@example.com"],
    );
  });

  // What decides is the same code.
  const onNative = face === nativeFace ? it : () => undefined;

  onNative("says what is refused, what failed, and what is not known", async () => {
    setting.program('new losant.OrgRoster("all", { orgId, members: { "owner@example.com": "view" } });');
    const refused = await plan();
    assert.equal(refused.exitCode, 1, refused.output);
    assert.match(refused.output, /2 refused[\s\S]*Refused:\n {2}owner@example\.com is the user whom/);
    setting.workspace.env.LOSANT_API_TOKEN = "wrong";
    const failed = await plan();
    assert.equal(failed.exitCode, 1, failed.output);
    assert.match(failed.output, /the preview failed: not everything is known/);
    assert.doesNotMatch(failed.output, /no changes/);
    delete setting.workspace.env.LOSANT_API_TOKEN;
    setting.workspace.env.LOSANT_OFFLINE = "true";
    const offline = await plan("--", "--refresh=false");
    assert.match(offline.output, /not known: what becomes of the people of each OrgRoster/);
    assert.equal(offline.exitCode, 1, offline.output);
  });
});
