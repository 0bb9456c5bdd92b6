import assert from "node:assert/strict";
import { onBothFaces } from "../../support/faces";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const application = "575ed70c7ae143cd83dc4aa9";
const dashboard = "575ed71e7ae143cd83dc4aaa";
const lists = {
  applicationRoles: [{ resourceId: application, role: "collaborate" as const }],
  dashboardRoles: [{ resourceId: dashboard, role: "none" as const }],
};
const newcomers = ["ann@example.com", "bob@example.com", "carol@example.com"];
const members = Array.from({ length: 21 }, (_, index) => `member${index}@example.com`);

onBothFaces("the preview of creates", (face) => {
  const setting = StackSetting.inSuite(face);

  beforeEach(async () => {
    await setting.simulator.putState((state) => {
      for (const email of members) state.organizations[0]?.members.push({ email, role: "view" });
    });
  });

  const program = (kind: "orgInvite" | "orgMembership" | "orgMember", emails: string[], more: object = {}) =>
    Object.fromEntries(
      emails.map((email) => [email, setting.resource(kind, { email, role: "view", ...more })]),
    );
  const linesOf = (printed: string) => printed.split("\n").filter((line) => line.trim() !== "");
  const ofSomebody = (printed: string) => linesOf(printed).filter((line) => !/adopted unchanged/.test(line));
  const linesAbout = (printed: string, email: string) =>
    linesOf(printed).filter((line) => line.includes(email));

  for (const kind of ["orgInvite", "orgMembership"] as const) {
    it(`${kind}: one line for each who will be invited, with all roles`, async () => {
      const outcome = await setting.engine.preview(program(kind, newcomers, lists));
      ok(outcome);
      for (const email of newcomers) {
        const [line = "", ...more] = linesAbout(outcome.printed, email);
        assert.deepEqual(more, []);
        assert.match(line, /will be invited/);
        assert.match(line, /\bview\b/);
        assert.match(line, new RegExp(`${application}.*collaborate`));
        assert.match(line, new RegExp(`${dashboard}.*none`));
      }
      assert.doesNotMatch(outcome.printed, /\bis invited\b/);
    });

    it(`${kind}: an invite with other roles will be replaced, in the future tense`, async () => {
      await setting.inviteByHand("ann@example.com", "admin");
      const { printed } = await setting.engine.preview(program(kind, ["ann@example.com"]));
      assert.match(printed, /ann@example\.com[^\n]*will be/);
      assert.doesNotMatch(printed, /\binvited anew\b/);
    });
  }

  for (const kind of ["orgMembership", "orgMember"] as const) {
    it(`${kind}: adopted members in whom nothing changes share one line`, async () => {
      const outcome = await setting.engine.preview(program(kind, members));
      ok(outcome);
      assert.match(outcome.printed, /^organization .*: members who are as stated will be adopted unchanged/);
      assert.equal(linesOf(outcome.printed).length, 1, outcome.printed);
    });

    it(`${kind}: an adopted member in whom something changes gets a line with all that changes`, async () => {
      const changing = program(kind, members.slice(0, 1), { role: "edit", ...lists });
      const outcome = await setting.engine.preview({ ...program(kind, members.slice(1)), ...changing });
      ok(outcome);
      const [line = ""] = linesAbout(outcome.printed, "member0@example.com");
      assert.match(line, /view.*edit/);
      assert.match(line, new RegExp(`${application}.*collaborate`));
      assert.equal(ofSomebody(outcome.printed).length, 1, outcome.printed);
    });
  }

  it("OrgMembership: says who of 39 new people and 21 members gets an email", async () => {
    const people = Array.from({ length: 39 }, (_, index) => `new${index}@example.com`);
    const outcome = await setting.engine.preview(program("orgMembership", [...members, ...people]));
    ok(outcome);
    for (const email of people)
      assert.match(linesAbout(outcome.printed, email).join("\n"), /will be invited/);
    assert.ok(ofSomebody(outcome.printed).length <= people.length, outcome.printed);
  });

  it("Organization: one that will be created gets a line with its name", async () => {
    const { printed } = await setting.engine.preview({
      acme: { kind: "organization", args: { name: "Acme" } },
    });
    assert.match(printed, /Acme[^\n]*will be created/);
    assert.equal((await setting.simulator.state()).organizations.length, 1);
  });

  it("OrgRoster: lines name roles on applications and dashboards, of invites, changes and removals", async () => {
    const [first = "", second = "", ...others] = members;
    await setting.simulator.setMember(second, lists);
    const roster = (people: object) => ({
      all: setting.resource("orgRoster", {
        members: {
          [owner]: "admin",
          ...Object.fromEntries(others.map((email) => [email, "view"])),
          ...people,
        },
      }),
    });
    ok(await setting.engine.up(roster({ [first]: "view", [second]: "view" })));
    const { printed } = await setting.engine.preview(
      roster({ [first]: { role: "view", ...lists }, "ann@example.com": { role: "none", ...lists } }),
    );
    for (const email of [first, second, "ann@example.com"]) {
      assert.match(linesAbout(printed, email).join("\n"), new RegExp(application), email);
      assert.match(linesAbout(printed, email).join("\n"), new RegExp(dashboard), email);
    }
    assert.doesNotMatch(printed, /\bis invited\b/);
  });
});
