import assert from "node:assert/strict";
import { EngineEvent, readEvents, stackIn } from "../../../../cli/plan/events";

const orgId = "5".repeat(24);
const urn = "urn:pulumi:dev::test::losant:index:OrgMembership::ann";
const outputs = { orgId, email: "ann@example.com", status: "active", role: "edit", applicationRoles: [] };

function deleting(more: { type?: string; op?: string; outputs?: object; retainOnDelete?: boolean } = {}) {
  const { type = "losant:index:OrgMembership", op = "delete", retainOnDelete } = more;
  const old = { retainOnDelete, outputs: { ...outputs, ...more.outputs } };
  return readEvents([EngineEvent.parse({ resourcePreEvent: { metadata: { op, urn, type, old } } })]);
}

describe("unit: the engine's events of a preview", () => {
  it("say whom it deletes, of either face, with what the stack recorded", () => {
    for (const type of ["losant:index:OrgMembership", "pulumi-nodejs:dynamic/losant:OrgMembership"]) {
      const [person] = deleting({ type }).deleted;
      assert.deepEqual(
        [person?.name, person?.email, person?.does, person?.from],
        ["ann", "ann@example.com", "remove", { role: "edit", applications: [] }],
      );
    }
  });

  it("say which role somebody loses at Losant who waits for a second factor", () => {
    const waiting = { role: "admin", awaitsTwoFactor: true, roleUntilTwoFactor: "view" };
    assert.equal(deleting({ outputs: waiting }).deleted[0]?.from.role, "view");
  });

  it("say which stack it is of, where there is a resource", () => {
    const step = { op: "same", urn, type: "losant:index:OrgMembership" };
    const events = [{ summaryEvent: {} }, { resourcePreEvent: { metadata: step } }];
    assert.equal(stackIn(events.map((event) => EngineEvent.parse(event))), "dev");
    assert.equal(stackIn([]), undefined);
  });

  it("take nobody out who is kept, gone, or only invited", () => {
    assert.deepEqual(deleting({ retainOnDelete: true }).deleted, []);
    assert.deepEqual(deleting({ outputs: { deletionPolicy: "retain" } }).deleted, []);
    for (const status of ["left", "withdrawn", "expired", "ended", "accepted"]) {
      assert.deepEqual(deleting({ outputs: { status } }).deleted, [], status);
    }
    assert.equal(deleting({ outputs: { status: "pending" } }).deleted[0]?.does, "revoke");
    assert.deepEqual(deleting({ op: "same" }).deleted, []);
    assert.deepEqual(deleting({ type: "aws:iam/user:User" }).deleted, []);
  });

  it("take a roster's people out only where it says so", () => {
    const members = { "ann@example.com": "view", "bob@example.com": { role: "admin" } };
    const type = "losant:index:OrgRoster";
    assert.deepEqual(deleting({ type, outputs: { members } }).deleted, []);
    const { deleted } = deleting({ type, outputs: { members, deletionPolicy: "remove" } });
    assert.deepEqual(
      deleted.map(({ email, from }) => [email, from.role]),
      [
        ["ann@example.com", "view"],
        ["bob@example.com", "admin"],
      ],
    );
  });

  it("take out who of a roster is there, and revoke invites", () => {
    const members = { "ann@example.com": "view", "bob@example.com": "edit", "cleo@example.com": "view" };
    const awaiting = { "bob@example.com": { status: "pending" }, "cleo@example.com": { status: "expired" } };
    const outputs = { members, awaiting, deletionPolicy: "remove" };
    const { deleted } = deleting({ type: "losant:index:OrgRoster", outputs });
    assert.deepEqual(
      deleted.map(({ email, does, from }) => [email, does, from.role]),
      [
        ["ann@example.com", "remove", "view"],
        ["bob@example.com", "revoke", "edit"],
      ],
    );
  });

  it("say what of people is known at up only, so that nobody takes the rest for all of it", () => {
    const value = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const inputs = {
      orgId,
      email: value,
      applicationRoles: [{ resourceId: value, role: "view" }],
      role: "view",
    };
    const step = (op: string, type: string) => {
      const metadata = { op, urn, type, new: { inputs: { ...inputs, __provider: value } } };
      return readEvents([EngineEvent.parse({ resourcePreEvent: { metadata } })]).unknown;
    };
    for (const op of ["create", "update", "create-replacement"])
      assert.deepEqual(step(op, "losant:index:OrgMembership"), [
        "what becomes of the people of OrgMembership ann: its email, applicationRoles is known at up only",
      ]);
    assert.deepEqual(step("create", "losant:index:Organization"), []);
    assert.deepEqual(step("same", "losant:index:OrgMembership"), []);
  });

  it("say which settings of an organization change", () => {
    const type = "losant:index:Organization";
    const metadata = {
      op: "update",
      urn,
      type,
      old: { outputs: { orgId, name: "Old" } },
      new: { inputs: { name: "New" } },
    };
    const { settings } = readEvents([EngineEvent.parse({ resourcePreEvent: { metadata } })]);
    assert.deepEqual(settings, [{ organization: orgId, name: "name", from: "Old", to: "New" }]);
  });

  it("say what failed, once and without colours, and whether the preview came to its end", () => {
    const diagnosticEvent = {
      severity: "error",
      message: "<{%reset%}>boom\n    at Object.<anonymous> (index.js:3:7)\n<{%reset%}>",
    };
    const failed = readEvents(
      [{ diagnosticEvent }, { diagnosticEvent }].map((event) => EngineEvent.parse(event)),
    );
    assert.deepEqual([failed.errors, failed.isWhole], [["boom"], false]);
    assert.equal(readEvents([EngineEvent.parse({ summaryEvent: {} })]).isWhole, true);
  });

  it("say which classes of people were to be compared with Losant", () => {
    const event = (op: string, type: string) =>
      EngineEvent.parse({ resourcePreEvent: { metadata: { op, urn, type } } });
    const events = [
      event("same", "losant:index:OrgRoster"),
      event("create", "losant:index:OrgRoster"),
      event("delete", "losant:index:OrgMember"),
      event("same", "losant:index:Organization"),
    ];
    assert.deepEqual(readEvents(events).kinds, ["OrgRoster"]);
  });
});
