import assert from "node:assert/strict";
import fc from "fast-check";
import { accessOf, notesOn, rosterOf } from "../../../people";
import { directoryOf } from "./support";

const now = new Date("2027-01-15T12:00:00Z");
const membersOf = (text: string, at = now) => rosterOf(directoryOf({ "p.yaml": text }), at).members;
const ann = "ann@example.com";

describe("a roster of files", () => {
  it("note addresses that cannot be invited", () => {
    const text = "people: { root@localhost: view, r&d@example.com: view, a@ex\u00e4mple.com: view }\n";
    assert.deepEqual(notesOn(directoryOf({ "p.yaml": text }), now), [
      "a@ex\u00e4mple.com: cannot be invited, so they must be there already: state its domain in ASCII, a@xn--exmple-cua.com",
      "root@localhost: cannot be invited, so they must be there already: what is after the @ is not the name of a domain, such as example.com",
    ]);
  });

  it("gives the highest role, and the union of the others", () => {
    const text = `
teams:
  field: { role: view, applications: { Line 1: view, Line 2: view }, members: [ann@example.com] }
  office: { role: edit, applications: { Line 1: collaborate }, members: [Ann@Example.com] }
`;
    assert.deepEqual(membersOf(text), {
      [ann]: {
        role: "edit",
        applicationRoles: [
          { name: "Line 1", role: "collaborate" },
          { name: "Line 2", role: "view" },
        ],
      },
    });
    assert.deepEqual(notesOn(directoryOf({ "p.yaml": text }), now), [
      `${ann}: has collaborate on application "Line 1"; team field gives only view`,
      `${ann}: has only collaborate on application "Line 1": it overrides the organization role edit`,
      `${ann}: has only view on application "Line 2": it overrides the organization role edit`,
    ]);
  });

  it("reports a role on a resource below the organization role of somebody who stands alone, too", () => {
    const text =
      "people: { ann@example.com: { role: edit, applications: { Pump: view, Line: collaborate } } }\n";
    assert.deepEqual(notesOn(directoryOf({ "p.yaml": text }), now), [
      `${ann}: has only collaborate on application "Line": it overrides the organization role edit`,
      `${ann}: has only view on application "Pump": it overrides the organization role edit`,
    ]);
  });

  it("reports what the person's own entry gives less than a team, and what ends earlier", () => {
    const text = `
teams: { field: { dashboards: { Wall: collaborate }, until: 2027-03-01, members: [ann@example.com] } }
people: { ann@example.com: { dashboards: { Wall: view }, until: 2027-02-01 } }
`;
    assert.deepEqual(notesOn(directoryOf({ "p.yaml": text }), now), [
      `${ann}: has collaborate on dashboard "Wall"; their own entry gives only view`,
      `${ann}: what their own entry gives ends after 2027-02-01`,
      `${ann}: access ends after 2027-03-01`,
    ]);
  });

  it("takes 24 hex digits as an id, in lower case", () => {
    const text =
      "people:\n  ann@example.com: { role: none, dashboards: { 575ED71E7AE143CD83DC4AAA: view } }\n";
    const dashboardRoles = [{ resourceId: "575ed71e7ae143cd83dc4aaa", role: "view" }];
    assert.deepEqual(membersOf(text), { [ann]: { role: "none", dashboardRoles } });
  });

  it("writes somebody with a role alone as that role", () => {
    assert.deepEqual(membersOf("people: { ann@example.com: edit }"), { [ann]: "edit" });
  });

  it("states no list that no file states, and an empty one where one does", () => {
    assert.deepEqual(membersOf("people: { ann@example.com: { role: edit, applications: {} } }"), {
      [ann]: { role: "edit", applicationRoles: [] },
    });
  });

  it("leaves out what has ended, and ends with the last grant", () => {
    const text = `
teams:
  audit: { role: admin, until: 2027-01-14, members: [ann@example.com] }
  field: { role: view, until: 2027-01-20, members: [ann@example.com] }
  office: { role: edit, until: 2027-01-15, members: [ann@example.com] }
`;
    assert.deepEqual(membersOf(text), { [ann]: { role: "edit", until: "2027-01-20" } });
    const later = new Date("2027-01-16T00:00:00Z");
    assert.deepEqual(membersOf(text, later), { [ann]: { role: "view", until: "2027-01-20" } });
    const after = new Date("2027-02-01T00:00:00Z");
    assert.deepEqual(membersOf(text, after), { [ann]: { role: "view", until: "2027-01-20" } });
  });

  it("does not end what a team gives when the person's own role ends", () => {
    const text = `
teams: { field: { role: view, members: [ann@example.com] } }
people: { ann@example.com: { role: edit, until: 2027-01-14 } }
`;
    assert.deepEqual(membersOf(text), { [ann]: "view" });
  });

  it("ends what a team gives where the person's own entry says nothing but until when", () => {
    const text = `
teams: { field: { role: view, members: [ann@example.com] } }
people: { ann@example.com: { until: 2027-01-31 } }
`;
    assert.deepEqual(membersOf(text), { [ann]: { role: "view", until: "2027-01-31" } });
  });

  it("follows anchors and merge keys", () => {
    const text = `
x-contractor: &contractor { role: view, until: 2027-06-30 }
people:
  ann@example.com: { <<: *contractor, role: edit }
  bob@example.com: *contractor
`;
    assert.deepEqual(membersOf(text), {
      [ann]: { role: "edit", until: "2027-06-30" },
      "bob@example.com": { role: "view", until: "2027-06-30" },
    });
  });

  it("leaves names as they are", () => {
    const names = ['Say "hi"', "🏭 line", "שלום", `$${"{HOME}"}`, "two\nlines", "back\\slash", "constructor"];
    const applications = Object.fromEntries(names.map((name) => [name, "view"]));
    const text = JSON.stringify({
      teams: Object.fromEntries(names.map((name) => [name, { members: [ann] }])),
      people: { [ann]: { applications } },
    });
    const directory = directoryOf({ "p.yaml": text });
    assert.deepEqual(Object.keys(accessOf(directory, ann, now).applications ?? {}), [...names].sort());
    assert.deepEqual([...directory.teams.keys()], names);
  });

  it("does not depend on the order of teams, members and files", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("a", "b", "c", "d"), team, { minKeys: 1 }),
        fc.boolean(),
        (teams, isSplit) => {
          const [first, ...others] = Object.entries(teams);
          const forward = directoryOf({ "p.yaml": JSON.stringify({ teams }) });
          const turned = Object.fromEntries(
            [...others.reverse()].map(([name, one]) => [
              name,
              { ...one, members: [...one.members].reverse() },
            ]),
          );
          const rest = Object.fromEntries(first === undefined ? [] : [first]);
          const backward: Record<string, string> = isSplit
            ? { "z.yaml": JSON.stringify({ teams: turned }), "a.yaml": JSON.stringify({ teams: rest }) }
            : { "p.yaml": JSON.stringify({ teams: { ...turned, ...rest } }) };
          assert.equal(
            JSON.stringify(rosterOf(directoryOf(backward), now)),
            JSON.stringify(rosterOf(forward, now)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

const team = fc.record(
  {
    role: fc.constantFrom("admin", "edit", "view", "none"),
    applications: fc.dictionary(
      fc.constantFrom("One", "Two"),
      fc.constantFrom("collaborate", "view", "none"),
    ),
    until: fc.constantFrom("2027-01-14", "2027-01-15", "2027-01-16T00:00:00Z", "2027-03-01"),
    reason: fc.constantFrom("first", "second"),
    owner: fc.constantFrom("o@example.com", "p@example.com"),
    members: fc.uniqueArray(fc.constantFrom("ann@example.com", "bob@example.com", "eve@example.com")),
  },
  { requiredKeys: ["members"] },
);
