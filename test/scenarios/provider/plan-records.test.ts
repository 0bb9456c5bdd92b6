import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type PlannedPerson, PlanRecord } from "../../../plan/record";
import { onBothFaces } from "../../support/faces";
import { temporaryFolder } from "../../support/project-folder";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const ann = "ann@example.com";
const bob = "bob@example.com";
const cleo = "cleo@example.com";
const dan = "dan@example.com";
const eve = "eve@example.com";

onBothFaces("what a preview writes down for whoever shows it", (face) => {
  const setting = StackSetting.inSuite(face);
  let folder: string;

  beforeEach(() => {
    folder = temporaryFolder("plan-records");
  });

  /** The latest record of each resource of a preview. */
  async function recordsOf(program: Parameters<typeof setting.engine.preview>[0]) {
    setting.env.LOSANT_PLAN_FOLDER = folder;
    const { errors } = await setting.engine.preview(program);
    setting.env = {};
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), "utf8").trim().split("\n"),
    );
    const records = lines.map((line) => PlanRecord.parse(JSON.parse(line)));
    return { errors, records };
  }

  const short = ({ email, does, cause, from, to, isAdopted }: PlannedPerson) =>
    [email, does, cause, from?.role, to?.role, isAdopted].filter((part) => part !== undefined).join(" ");

  const lastOf = (records: readonly PlanRecord[]) =>
    Object.values(Object.fromEntries(records.map((one) => [one.people[0]?.email ?? one.kind, one])));

  it("is who waits for a second factor, and by it becomes an admin, unless somebody changed them by hand", async () => {
    const gate = { requireTwoFactor: "admins", roleUntilTwoFactor: "edit" };
    for (const programOf of [
      (more: object) => ({ ann: setting.resource("orgMembership", { email: ann, role: "admin", ...more }) }),
      (more: object) => setting.roster({ [ann]: "admin" }, more),
    ]) {
      setting.reset();
      const plannedOf = async (program = programOf(gate)) => {
        folder = temporaryFolder("plan-records");
        const { records } = await recordsOf(program);
        return lastOf(records).flatMap(({ people }) =>
          people.map((one) => [short(one), one.because ?? "", one.awaitsTwoFactor === true]),
        );
      };
      assert.deepEqual(await plannedOf(), [[`${ann} invite program edit`, "", true]]);
      ok(await setting.engine.up(programOf(gate)));
      const other = { ...gate, roleUntilTwoFactor: "collaborate" };
      assert.deepEqual(await plannedOf(programOf(other)), [
        [`${ann} invite program collaborate`, "role edit => collaborate", true],
      ]);
      await setting.simulator.accept(ann);
      assert.deepEqual(await plannedOf(), [[`${ann} keep`, "", true]]);
      assert.deepEqual(await plannedOf(programOf(other)), [
        [`${ann} change roles program edit collaborate`, "", true],
      ]);
      const asksNoMore = [[`${ann} change roles program edit admin`, "", false]];
      assert.deepEqual(await plannedOf(programOf({})), asksNoMore);
      await setting.simulator.setMember(ann, { role: "view" });
      assert.deepEqual(await plannedOf(), [[`${ann} change roles drift view edit`, "", true]]);
      await setting.simulator.setMember(ann, { role: "edit", twoFactorAuthEnabled: true });
      const because = "they have a second factor now";
      assert.deepEqual(await plannedOf(), [[`${ann} change roles program edit admin`, because, false]]);
    }
  });

  it("is whom the program asks for a second factor, and who has none", async () => {
    await setting.simulator.addMember({ email: ann, role: "admin", twoFactorAuthEnabled: false });
    const gate = { requireTwoFactor: "admins" };
    for (const program of [
      { ann: setting.resource("orgMembership", { email: ann, role: "admin", ...gate }) },
      setting.roster({ [ann]: "admin" }, gate),
    ]) {
      folder = temporaryFolder("plan-records");
      const { records } = await recordsOf(program);
      assert.deepEqual([...new Set(records.flatMap((one) => one.withoutTwoFactor))], [ann]);
    }
  });

  it("is what becomes of single people, and why", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    await setting.simulator.addMember({ email: bob, role: "view" });
    const program = (role: string) => ({
      ann: setting.resource("orgMembership", { email: ann, role }),
      bob: setting.resource("orgMember", { email: bob, role: "view" }),
    });
    ok(await setting.engine.up(program("view")));
    await setting.simulator.setMember(bob, { role: "edit" });
    const next = { ...program("edit"), cleo: setting.resource("orgInvite", { email: cleo, role: "none" }) };
    const { records } = await recordsOf(next);
    assert.deepEqual(
      lastOf(records)
        .flatMap(({ people }) => people.map(short))
        .sort(),
      [
        `${ann} change roles program view edit`,
        `${bob} change roles drift edit view`,
        `${cleo} invite program none`,
      ],
    );
    const [{ organization, seats } = assert.fail()] = records;
    assert.equal(organization, setting.orgId);
    assert.equal(seats?.before, 3);
  });

  it("is the whole plan of a roster, with terms and teams, unmanaged people and refusals", async () => {
    for (const email of [ann, bob, dan]) await setting.simulator.addMember({ email, role: "view" });
    const members = { [ann]: "view", [bob]: { role: "view", until: "2099-01-31" } };
    ok(await setting.engine.up(setting.roster({ ...members, [dan]: "view" })));
    await setting.simulator.addMember({ email: eve, role: "edit" });
    const program = setting.roster(
      { ...members, [ann]: { role: "admin", reason: "on call" }, [cleo]: "view" },
      { teams: { field: [ann, cleo] } },
    );
    const { records } = await recordsOf(program);
    const record = records.at(-1) ?? assert.fail();
    assert.deepEqual(record.people.map(short), [
      `${ann} change roles program view admin`,
      `${cleo} invite program view`,
      `${dan} remove program view`,
      `${bob} keep`,
    ]);
    const [first] = record.people;
    assert.deepEqual([first?.reason, first?.teams], ["on call", ["field"]]);
    assert.deepEqual(
      record.unmanaged.map(({ email, roles }) => [email, roles.role]),
      [[eve, "edit"]],
    );
    assert.equal(record.unchanged, 2);
    assert.deepEqual(record.refusals, []);
  });

  it("names the guard rail that refuses, with its numbers", async () => {
    ok(await setting.engine.up(setting.roster({})));
    const program = {
      everybody: setting.resource("orgRoster", { members: { [owner]: "view" } }),
    };
    const { records, errors } = await recordsOf(program);
    assert.notEqual(errors.length, 0);
    const refusals = records.at(-1)?.refusals ?? [];
    assert.deepEqual(
      refusals.map(({ guard, numbers }) => [guard, numbers]),
      [
        ["own user", undefined],
        ["admin floor", { minAdmins: 1 }],
      ],
    );
  });

  it("has the names of applications and dashboards that the program states by id, where the token may list them", async () => {
    const { applications, dashboards } = await setting.simulator.state();
    const [application, dashboard] = [applications[1] ?? assert.fail(), dashboards[0] ?? assert.fail()];
    const program = {
      ann: setting.resource("orgMembership", {
        email: ann,
        role: "none",
        applicationRoles: [{ resourceId: application.id, role: "view" }],
        dashboardRoles: [{ resourceId: dashboard.id, role: "view" }],
      }),
    };
    const named = async () => {
      const { errors, records } = await recordsOf(program);
      assert.deepEqual(errors, []);
      const to = records.at(-1)?.people[0]?.to;
      return [...(to?.applications ?? []), ...(to?.dashboards ?? [])].map(({ name }) => name);
    };
    assert.deepEqual(await named(), ["Pump Stations", "Fleet Overview"]);
    await setting.simulator.putState((state) => {
      state.tokenScopes = ["org.*", "me.get"];
    });
    folder = temporaryFolder("plan-records");
    assert.deepEqual(await named(), [undefined, undefined]);
  });

  for (const declares of ["orgMembership", "orgMember", "orgRoster"] as const) {
    it(`has of ${declares} until when and why somebody had access before, where that changes alone`, async () => {
      await setting.simulator.addMember({ email: ann, role: "view" });
      const program = (terms: object) =>
        declares === "orgRoster"
          ? setting.roster({ [ann]: { role: "view", ...terms } })
          : { ann: setting.resource(declares, { email: ann, role: "view", ...terms }) };
      ok(await setting.engine.up(program({ until: "2098-01-31", reason: "on call" })));
      const { records } = await recordsOf(program({ reason: "on call" }));
      assert.deepEqual(
        records
          .at(-1)
          ?.people.map(({ email, does, cause, until, termsBefore }) => [
            email,
            does,
            cause,
            until,
            termsBefore,
          ]),
        [[ann, "keep", "program", undefined, { until: "2098-01-31", reason: "on call" }]],
      );
    });
  }
  it("has whom an OrgInvite invites again who had accepted, which the preview tells as well", async () => {
    const program = (more: object) => ({
      ann: setting.resource("orgInvite", { email: ann, role: "view", ...more }),
    });
    ok(await setting.engine.up(program({})));
    await setting.simulator.accept(ann);
    ok(await setting.engine.up(program({})));
    await setting.simulator.removeMember(ann);
    const { records } = await recordsOf(program({ resend: "2" }));
    assert.deepEqual(records.at(-1)?.people.map(short), [`${ann} invite program view`]);
    const { printed } = await setting.engine.preview(program({ resend: "2" }));
    assert.match(printed, /ann@example\.com: resend has changed; will be invited again/);
    ok(await setting.engine.up(program({ resend: "2" })));
    assert.equal(await setting.live(ann), "invite view");
  });

  it("has everybody whom a roster names, unless their access has ended, as no delete of another resource takes them out", async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
    const ended = { role: "view", until: await setting.dateIn(-1) };
    const { records } = await recordsOf(setting.roster({ [ann]: "view", [bob]: "edit", [cleo]: ended }));
    const [record = assert.fail()] = records;
    assert.deepEqual(
      record.people.map(({ email }) => email),
      [bob, cleo],
    );
    const { userId } = (await setting.simulator.fetchMember(ann)) ?? assert.fail();
    assert.deepEqual(
      record.names?.find(({ email }) => email === ann),
      { email: ann, userId },
    );
    assert.equal(record.names?.length, 3);
  });

  it("is nothing where nobody asks, nor of an up", async () => {
    ok(await setting.engine.up(setting.roster({})));
    assert.deepEqual(readdirSync(folder), []);
  });
});
