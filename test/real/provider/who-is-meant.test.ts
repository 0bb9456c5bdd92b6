import assert from "node:assert/strict";
import { execute } from "../../../tools/set-up/execute";
import { changeAddresses } from "../../support/addresses";
import { AnswerProxy, replacing } from "../../support/answer-proxy";
import { CliSetting, fail, succeed } from "../../support/cli-setting";
import { dynamicFace, nativeFace, onBothFaces } from "../../support/faces";
import { day, owner } from "../../support/stack-setting";

const [ann, bob, cleo] = ["ann@example.com", "bob@example.com", "cleo@example.com"];
const [kim, lee, mia] = ["kim@example.com", "lee@example.com", "mia@example.com"];
const [annNow, bobNow] = ["ann.new@example.com", "bob.new@example.com"];
const [rd, ops] = ["r&d@example.com", "dept/ops@example.com"];

/** What a member's answer lacks. */
const withoutAddress = (email: string) =>
  replacing((key, value) => (key === "email" && value === email ? undefined : value));

onBothFaces("whom a run means, on the real CLI, which alone orders checks, lines and exit codes", (face) => {
  let setting: CliSetting;
  let proxy: AnswerProxy;

  before(async () => {
    setting = await CliSetting.start(face);
    proxy = await AnswerProxy.start(setting.simulator.url);
  });

  beforeEach(async () => {
    await setting.reset();
    proxy.reset();
    setting.workspace.env.LOSANT_API_URL = proxy.url;
  });

  after(async () => {
    await setting?.close();
    await proxy?.close();
  });

  // What decides is the same code, and the scenarios run it with both faces.
  const onNative = face === nativeFace ? it : () => undefined;
  const onDynamic = face === dynamicFace ? it : () => undefined;

  const roles = async (...emails: string[]) =>
    Promise.all(emails.map(async (email) => (await setting.simulator.fetchMember(email))?.role));

  onNative("single people whose addresses changed, passed on, or hold what others' do not", async () => {
    const { simulator, workspace } = setting;
    const annId = await simulator.addMember({ email: ann, role: "view" });
    const bobId = await simulator.addMember({ email: bob, role: "view" });
    await simulator.addMember({ email: ops, role: "view" });
    const membership = (name: string, email: string) =>
      `new losant.OrgMembership("${name}", { orgId, email: "${email}", role: "view" });`;
    const others = membership("bob", bob) + membership("ops", ops);
    await succeed(workspace.importResource("losant:index:OrgMembership", "ops", `${setting.orgId}/${ops}`));
    setting.program(`${others} new losant.OrgMember("ann", { orgId, userId: "${annId}", role: "view" });`);
    await succeed(workspace.up());
    await changeAddresses(setting, { [annId]: annNow, [bobId]: bobNow });
    const stranger = await simulator.addMember({ email: bob, role: "admin" });
    setting.program(others + membership("ann", ann) + membership("new", bobNow));
    assert.match(
      await fail(workspace.preview()),
      new RegExp(`error: .*${bobNow} .*declared twice.* ${bob} means user ${bobId}.*it is user ${stranger}`),
    );
    // After an error the engine checks no further resource, so that this is a preview of its own.
    setting.program(others + membership("ann", ann));
    const adopting = await succeed(workspace.preview());
    assert.match(adopting, new RegExp(`warning: ${ann} is now ${annNow} at Losant`));
    await succeed(workspace.up());
    const quiet = await succeed(workspace.preview("--expect-no-changes"));
    assert.match(quiet, new RegExp(`warning: ${ann} is now ${annNow} at Losant`));
    assert.match(quiet, new RegExp(`${bob} is another user now \\(user ${stranger}\\)`));
    assert.deepEqual(await roles(annNow, ann, bobNow, bob), ["view", undefined, "view", "admin"]);
    assert.equal(await setting.calls("org.inviteMember"), 0);
  });

  onNative(
    "a plan's warnings of admins, and what was done below what is left, each in its order",
    async () => {
      for (const email of [kim, lee]) await setting.simulator.addMember({ email, role: "admin" });
      await setting.simulator.addMember({ email: mia, role: "view" });
      await setting.simulator.addMember({ email: bob, role: "edit" });
      proxy.add({ edit: withoutAddress(bob) });
      const members = { [owner]: "admin", [kim]: "edit", [mia]: "admin", [ann]: "admin" };
      setting.program(
        `new losant.OrgRoster("all", { orgId, members: ${JSON.stringify(members)}, unmanaged: "remove" });`,
      );
      const output = await succeed(setting.workspace.upWithPreview());
      const [previewed, done] = output.split("Diagnostics:").slice(1);
      const warnings =
        /warning: mia\S+ will become an admin .*\n *warning: ann\S+ will be invited .* as an admin\.\n *warning: lee\S+, an admin .*will be removed\.\n *warning: fewer than half of the 3/;
      for (const told of [previewed, done]) assert.match(told ?? "", warnings);
      assert.match(previewed ?? "", /! user \w+ is not in the roster \(edit\); Losant gives no address/);
      assert.match(
        done ?? "",
        /left as it is:\n *! user .*\n *Done:\n *~ change mia.*\n *lee@\S+: removed.*\n *~ change kim.*\n *\+ invite ann/,
      );
      assert.deepEqual(await roles(kim, lee, mia, bob), ["edit", undefined, "admin", "edit"]);
    },
  );

  onDynamic(
    "a roster's people, in a strict run and once access has ended, and nobody in their place",
    async () => {
      const { simulator, workspace } = setting;
      const annId = await simulator.addMember({ email: ann, role: "view" });
      for (const email of [cleo, rd, ops]) await simulator.addMember({ email, role: "view" });
      const bobId = await simulator.addMember({ email: bob, role: "edit" });
      const until = new Date(Date.now() + day).toISOString();
      const named = `people:\n  ${owner}: admin\n  ${ann}: view\n  ${rd}: view\n  ${cleo}: { role: view, until: "${until}" }\n`;
      workspace.write("people.yaml", `${named}  ${ops}: view\n`);
      const roster = `new losant.OrgRoster("all", { ...losant.readRoster("people.yaml", { orgId }), unmanaged: "ignore" });`;
      setting.program(roster);
      await succeed(workspace.up());

      await changeAddresses(setting, { [annId]: annNow });
      const stranger = await simulator.addMember({ email: ann, role: "admin" });
      proxy.add({ edit: withoutAddress(bob) });
      workspace.env.LOSANT_UNMANAGED = "fail";
      const strict = await fail(workspace.preview());
      assert.match(strict, new RegExp(`error: .*${ann} \\(user ${stranger}, admin\\) is not in the roster`));
      assert.match(strict, new RegExp(`error: .*user ${bobId} \\(edit\\) .*Losant gives no address`));
      assert.doesNotMatch(strict, /error: .*(r&d|dept\/ops)/);

      delete workspace.env.LOSANT_UNMANAGED;
      workspace.env.LOSANT_MAX_REMOVALS = "2";
      await simulator.advance(3 * day);
      workspace.write("people.yaml", named);
      setting.program(
        `new losant.OrgMembership("ops", { orgId, email: "${ops}", role: "view", until: "2020-01-31" }); ${roster}`,
      );
      const preview = await fail(workspace.preview("--expect-no-changes"));
      assert.match(preview, /no changes were expected/);
      assert.match(preview, /- remove cleo@example\.com \(view\); access has ended/);
      assert.match(preview, /dept\/ops@example\.com: access has ended \(until 2020-01-31\); will be removed/);
      await succeed(workspace.up());
      assert.deepEqual(await roles(cleo, ops, rd, annNow), [undefined, undefined, "view", "view"]);
      assert.deepEqual(await roles(ann, bob), ["admin", "edit"]);
      await succeed(workspace.preview("--expect-no-changes"));
    },
  );

  it("nobody, in a test of a program with Pulumi's mocks and the built package", async () => {
    const { folder, env } = setting.workspace;
    setting.workspace.write(
      "unit.js",
      `const losant = require("${face.module}");
       const pulumi = require("@pulumi/pulumi");
       const call = ({ token }) => (token === "losant:index:getOrganization" ? { name: "Acme", members: [] } : {});
       pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call });
       const orgId = "${setting.orgId}";
       losant.getOrganization({ orgId }).then(({ name }) => {
         const kim = new losant.OrgMembership("kim of " + name, { orgId, email: "${kim}", role: "admin" });
         pulumi.all([kim.id, kim.role]).apply((known) => console.log(known.join(": ")));
       });`,
    );
    const { exitCode, output } = await execute(process.execPath, ["unit.js"], {
      cwd: folder,
      env: { ...process.env, ...env },
      timeout: 60_000,
    });
    assert.deepEqual([exitCode, output.trim()], [0, "kim of Acme: admin"]);
    assert.equal(proxy.count(/./), 0);
  });
});
