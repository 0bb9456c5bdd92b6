import assert from "node:assert/strict";
import { assertRefused, unusedId, useSimulator } from "./harness";

describe("simulator bodies and queries", () => {
  const simulator = useSimulator();

  it("refuses an unknown key in every body", async () => {
    const harness = simulator();
    const bodies: [string, string, object][] = [
      ["PATCH", harness.org(), { nickname: "x" }],
      ["POST", harness.org("/invites"), { email: "ada@example.com", role: "view", nickname: "x" }],
      ["PATCH", harness.org("/member"), { userId: unusedId, nickname: "x" }],
      [
        "PATCH",
        harness.org("/transferResources"),
        { destinationId: unusedId, destinationType: "user", nickname: "x" },
      ],
      ["POST", "/orgs", { name: "New", nickname: "x" }],
      ["POST", "/invites", { email: "ada@example.com", token: "x", accept: true, nickname: "x" }],
    ];
    for (const [method, path, body] of bodies)
      assertRefused(await harness.call(method, path, body), 400, /nickname/);
  });

  it("refuses read-only settings in a patch", async () => {
    const harness = simulator();
    for (const key of ["whitelistedEmailDomains", "limits", "disabledAt", "isReadOnly", "banner", "members"])
      assertRefused(await harness.call("PATCH", harness.org(), { [key]: false }), 400, new RegExp(key));
  });

  it("refuses a body that is not JSON", async () => {
    const { url, token } = simulator().simulator;
    const headers = { Authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/orgs`, { method: "POST", headers, body: "name=New" });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /not JSON/);
  });

  it("refuses values of the wrong kind, naming the property", async () => {
    const harness = simulator();
    const wrong: [object, RegExp][] = [
      [{ name: "" }, /name/],
      [{ name: "x".repeat(256) }, /name/],
      [{ billingEmail: "nobody" }, /billingEmail/],
      [{ iconColor: "x".repeat(65) }, /iconColor/],
      [{ mfaMode: "sometimes" }, /mfaMode/],
    ];
    for (const [body, message] of wrong)
      assertRefused(await harness.call("PATCH", harness.org(), body), 400, message);
  });

  it("refuses wrong roles and wrong lists of roles", async () => {
    const harness = simulator();
    const role = { resourceId: unusedId, role: "view" };
    const wrong: object[] = [
      { role: "owner" },
      { applicationRoles: [{ ...role, role: "edit" }] },
      { applicationRoles: [{ ...role, resourceId: "x" }] },
      { dashboardRoles: [role, role] },
      {
        dashboardRoles: Array.from({ length: 101 }, (_, index) => ({
          ...role,
          resourceId: `${index}`.padStart(24, "0"),
        })),
      },
    ];
    for (const more of wrong) assertRefused(await harness.invite("ada@example.com", more), 400, /role/i);
  });

  it("refuses an unknown query parameter", async () => {
    assertRefused(await simulator().call("GET", "/me?colour=blue"), 400, /colour/);
  });

  it("refuses a query parameter that is given twice", async () => {
    assertRefused(await simulator().call("GET", "/orgs?page=0&page=1"), 400, /page/);
  });

  it("refuses values that a query parameter does not have", async () => {
    const harness = simulator();
    const wrong = [
      "/orgs?sortField=size",
      "/orgs?sortDirection=up",
      "/orgs?page=-1",
      "/orgs?perPage=0",
      "/orgs?filterField=email",
      harness.org("/deviceCounts?start=yesterday"),
      harness.org("/payloadCounts?asBytes=yes"),
      harness.org("/payloadCountsBreakdown?resolution=60000"),
      harness.org("/payloadCountsBreakdown?includeNonBillable=1"),
      harness.org("?_links=maybe"),
      harness.org("?summaryInclude=shoeCount"),
      harness.org("/member?userId=x"),
    ];
    for (const path of wrong)
      assertRefused(await harness.call(path.includes("/member") ? "DELETE" : "GET", path), 400, /./);
  });

  it("ignores a body where none belongs, as the vendor's clients send one", async () => {
    const { url, token } = simulator().simulator;
    const response = await fetch(`${url}/invites?token=x&email=a@example.com`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${token}` },
      body: "{}",
    });
    assert.equal(response.status, 404);
    const path = simulator().org("/member?userId=") + unusedId;
    assertRefused(await simulator().call("DELETE", path, {}), 404, /not a member/);
  });

  it("adds links to an answer only when they are asked for", async () => {
    const harness = simulator();
    const plain = JSON.stringify((await harness.call("GET", harness.org())).body);
    const linked = JSON.stringify(
      (await harness.call("GET", harness.org("?_links=true&_actions=false"))).body,
    );
    assert.doesNotMatch(plain, /_links/);
    assert.match(linked, /"_type":"organization","_links":/);
  });
});
