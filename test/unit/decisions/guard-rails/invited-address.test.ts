import assert from "node:assert/strict";
import {
  outsideAllowedDomains,
  refusedAddress,
} from "../../../../provider/decisions/guard-rails/invited-address";
import { orgId } from "../../samples";

/** Why an organization that allows these domains does not allow an address. */
function refusalOf(email: string, whitelistedEmailDomains?: string[]): string | undefined {
  return outsideAllowedDomains({ id: orgId, name: "Example", members: [], whitelistedEmailDomains }, email);
}

describe("unit: allowed domains", () => {
  it("are all, where the organization lists none", () => {
    assert.equal(refusalOf("ann@example.com"), undefined);
    assert.equal(refusalOf("ann@example.com", []), undefined);
  });

  it("are those that it lists, in either case and with or without an @", () => {
    for (const domain of ["example.com", "@example.com", "@Example.COM"]) {
      assert.equal(refusalOf("ann@example.com", ["other.com", domain]), undefined);
    }
  });

  it("are no others: no subdomain, no ending, no quoted @", () => {
    for (const email of ["ann@sub.example.com", "ann@notexample.com", '"@example.com"@other.com', "ann@m"]) {
      assert.match(
        refusalOf(email, ["example.com"]) ?? "",
        / is outside the domains .* allows: example\.com\./,
      );
    }
  });

  it("are told without their @, which is taken off at the beginning only", () => {
    const told = refusalOf("ann@example.com", ["@one.com", "two@three.com"]);
    assert.match(told ?? "", /^ann@example\.com is outside .* allows: one\.com, two@three\.com\. /);
  });

  it("matter for addresses that can be invited at all", () => {
    const organization = { id: orgId, name: "Example", members: [], whitelistedEmailDomains: ["other.com"] };
    const told = refusedAddress(organization, "a..b@example.com");
    assert.match(
      told ?? "",
      /^a\.\.b@example\.com cannot be invited to organization \w+: what is before the @/,
    );
    assert.match(refusedAddress(organization, "r&d@example.com") ?? "", /is outside the domains/);
    assert.equal(refusedAddress(organization, "r&d@other.com"), undefined);
  });
});
