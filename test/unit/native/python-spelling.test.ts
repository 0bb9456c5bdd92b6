import assert from "node:assert/strict";
import { withoutPythonSpelling } from "../../../native/python-spelling";

const resourceId = "575ed71e7ae143cd83dc4aaa";

describe("a roster's entries as Python spells them", () => {
  it("are read as the schema spells them", () => {
    const stated = {
      orgId: "x",
      members: {
        "ann@example.com": { role: "view", application_roles: [{ resource_id: resourceId, role: "view" }] },
        "bob@example.com": { role: "none", dashboard_roles: [] },
        "carol@example.com": "edit",
      },
    };
    assert.deepEqual(withoutPythonSpelling(stated), {
      orgId: "x",
      members: {
        "ann@example.com": { role: "view", applicationRoles: [{ resourceId, role: "view" }] },
        "bob@example.com": { role: "none", dashboardRoles: [] },
        "carol@example.com": "edit",
      },
    });
  });

  it("are left alone where they are no entries, or state both spellings", () => {
    const both = { dashboardRoles: [], dashboard_roles: [] };
    for (const members of [undefined, "none", [both], { resource_id: "view" }, { "ann@example.com": both }]) {
      assert.deepEqual(withoutPythonSpelling({ members }), { members });
    }
  });
});
