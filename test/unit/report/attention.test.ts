import assert from "node:assert/strict";
import { type AttentionKind, attentionKinds, attentionOf } from "../../../report/attention";
import type { Report } from "../../../report/report";
import { orgId } from "../samples";
import { credentialOf, inDays, inviteOf, organizationOf, personOf, reportOf } from "./samples";

/** Who is pointed out, with the detail. */
function concernedBy(kind: AttentionKind, report: Report): string[] {
  const findings = attentionOf(report).filter((finding) => finding.kind === kind);
  return findings.flatMap(({ concerned }) =>
    concerned.map(({ label, detail }) => (detail === "" ? label : `${label} (${detail})`)),
  );
}

describe("what of a report needs attention", () => {
  it("is nothing where all is well", () => {
    const people = [personOf("ann@example.com", { role: "admin", isNamed: true })];
    assert.deepEqual(
      attentionOf(reportOf({ people, invites: [inviteOf("bob@example.com", { isNamed: true })] })),
      [],
    );
  });

  it("are admins without a second factor, those too of whom Losant does not say, and no others", () => {
    const people = [
      personOf("with@example.com", { role: "admin" }),
      personOf("without@example.com", { role: "admin", twoFactor: false }),
      personOf("unknown@example.com", { role: "admin", twoFactor: null }),
      personOf("sso@example.com", { role: "admin", twoFactor: false, singleSignOn: true }),
      personOf("viewer@example.com", { twoFactor: false }),
    ];
    assert.deepEqual(concernedBy("admin-without-second-factor", reportOf({ people })), [
      "without@example.com",
      "unknown@example.com (Losant does not say)",
      "sso@example.com (signs in by single sign-on, where the second factor is not Losant's)",
    ]);
  });

  it("are people and open invites outside the allowed domains, by the whole domain", () => {
    const settings = { ...organizationOf().settings, allowedDomains: ["Example.com", "@partner.example"] };
    const people = ["a@example.com", "b@partner.example", "c@sub.example.com", "d@evil-example.com"].map(
      (email) => personOf(email),
    );
    const invites = [inviteOf("e@other.example"), inviteOf("f@other.example", { isExpired: true })];
    assert.deepEqual(concernedBy("outside-allowed-domains", reportOf({ settings, people, invites })), [
      "c@sub.example.com",
      "d@evil-example.com",
      "e@other.example",
    ]);
  });

  it("are ends within 14 days, and apart from them those that have passed", () => {
    const ending = (days: number) => personOf(`in${days}@example.com`, { endsAt: inDays(days) });
    const report = reportOf({ people: [-2, 0, 0.5, 14, 14.1].map(ending) });
    assert.deepEqual(concernedBy("access-ends", report), [
      "in0.5@example.com (in 1 day)",
      "in14@example.com (in 14 days)",
    ]);
    assert.deepEqual(concernedBy("access-ended", report), [
      "in-2@example.com (2 days ago)",
      "in0@example.com (less than a day ago)",
    ]);
  });

  it("are people and open invites whom no file names, where there are files", () => {
    const people = [
      personOf("known@example.com", { isNamed: true }),
      personOf("stranger@example.com", { isNamed: false, role: "edit" }),
    ];
    const invites = [
      inviteOf("guest@example.com", { isNamed: false }),
      inviteOf("past@example.com", { isNamed: false, isExpired: true }),
    ];
    assert.deepEqual(concernedBy("not-in-files", reportOf({ people, invites })), [
      "stranger@example.com (edit)",
      "guest@example.com (view)",
    ]);
    assert.deepEqual(concernedBy("not-in-files", reportOf({ people: [personOf("any@example.com")] })), []);
  });

  it("are API tokens and access keys of people who left, as long as something can use them", () => {
    const credentials = [
      credentialOf("bridge", { expiresAt: null }),
      credentialOf("gateway", { kind: "access key", maker: null }),
      credentialOf("off", { status: "inactive" }),
      credentialOf("over", { expiresAt: inDays(0) }),
      credentialOf("of a member", { isMakerGone: false, isEndless: true, expiresAt: null }),
    ];
    const report = reportOf({ credentials });
    assert.deepEqual(concernedBy("credentials-of-former-members", report), [
      "API token bridge (on Pumps, made by Bob Stone, never expires)",
      `access key gateway (on Pumps, made by somebody whom Losant does not name, expires ${inDays(30).slice(0, 10)})`,
    ]);
    const [finding] = attentionOf(report);
    assert.deepEqual(
      finding?.concerned.map(({ at }) => at),
      [0, 1].map((index) => ({ list: "credentials", index })),
    );
    assert.deepEqual(concernedBy("credentials-of-former-members", reportOf()), []);
  });

  it("are roles that no file gives", () => {
    const unstatedRoles = [
      { on: "organization" as const, name: "", role: "admin", stated: "edit" },
      { on: "application" as const, name: "Pumps", role: "view", stated: null },
    ];
    const report = reportOf({ people: [personOf("ann@example.com", { unstatedRoles })] });
    assert.deepEqual(concernedBy("roles-not-in-files", report), [
      "ann@example.com (admin, where the files say edit, view on Pumps)",
    ]);
  });

  it("are invites that have expired, and those that do within two days", () => {
    const invites = [
      inviteOf("past@example.com", { isExpired: true, expiresAt: inDays(-3) }),
      inviteOf("soon@example.com", { expiresAt: inDays(1.5) }),
      inviteOf("later@example.com", { expiresAt: inDays(2.5) }),
      inviteOf("unknown@example.com", { expiresAt: null }),
    ];
    assert.deepEqual(concernedBy("invite-expired", reportOf({ invites })), ["past@example.com (3 days ago)"]);
    assert.deepEqual(concernedBy("invite-expires", reportOf({ invites })), ["soon@example.com (in 2 days)"]);
  });

  it("are seats from over nine in ten, unless they or their limit are not known", () => {
    const seats = (taken: number | null, limit: number | null) =>
      concernedBy("seats", reportOf({ seats: { taken, limit } }));
    assert.deepEqual(seats(91, 100), ["Seats (91 of 100 are taken)"]);
    assert.deepEqual(seats(90, 100), []);
    assert.deepEqual(seats(null, 100), []);
    assert.deepEqual(seats(91, null), []);
  });

  it("is usage that is over its limit, or will be", () => {
    const limitOf = (what: string, used: number, projected: number | null) => ({
      what,
      used,
      projected,
      limit: 100,
    });
    const limits = [limitOf("Payloads", 60, 130), limitOf("Minutes", 101, null), limitOf("Devices", 50, 100)];
    const report = reportOf({}, { usage: [{ orgId, figures: [], limits }] });
    assert.deepEqual(concernedBy("usage", report), [
      "Payloads (130 expected by the end of the period, of 100)",
      "Minutes (101 of 100 are used)",
    ]);
  });

  it("is the API token that expires within 30 days, urgently within 7, once for all organizations", () => {
    const found = (days: number | null) =>
      attentionOf(
        reportOf(
          {},
          {
            organizations: [organizationOf(), organizationOf()],
            tokenExpiresAt: days === null ? null : inDays(days),
          },
        ),
      ).map(({ kind, organization, concerned }) => [kind, organization, concerned[0]?.detail]);
    assert.deepEqual(found(null), []);
    assert.deepEqual(found(30.1), []);
    assert.deepEqual(found(30), [["token-expires", undefined, "in 30 days"]]);
    assert.deepEqual(found(7.1), [["token-expires", undefined, "in 8 days"]]);
    assert.deepEqual(found(7), [["token-expires-at-once", undefined, "in 7 days"]]);
    assert.deepEqual(found(-2), [["token-expires-at-once", undefined, "2 days ago"]]);
    assert.deepEqual(attentionOf(reportOf()), []);
  });

  it("has thousands apart in its numbers", () => {
    const limits = [
      { what: "Payloads", used: 41_234_567, projected: 73_423_602, limit: 50_000_000 },
      { what: "Devices", used: 1_200, projected: null, limit: 1_000 },
    ];
    const report = reportOf(
      { seats: { taken: 1_999, limit: 2_000 } },
      { usage: [{ orgId, figures: [], limits }] },
    );
    assert.deepEqual(
      [...concernedBy("seats", report), ...concernedBy("usage", report)],
      [
        "Seats (1,999 of 2,000 are taken)",
        "Payloads (73,423,602 expected by the end of the period, of 50,000,000)",
        "Devices (1,200 of 1,000 are used)",
      ],
    );
  });

  it("leads to where the person stands, in the order of the kinds", () => {
    const people = [
      personOf("a@example.com"),
      personOf("b@example.com", { role: "admin", twoFactor: false }),
    ];
    const invites = [inviteOf("c@example.com", { isExpired: true })];
    const organizations = [organizationOf(), organizationOf({ people, invites })];
    const findings = attentionOf(reportOf({}, { organizations }));
    assert.deepEqual(
      findings.map(({ kind, organization, concerned }) => [
        kind,
        organization,
        concerned.map(({ at }) => at),
      ]),
      [
        ["admin-without-second-factor", 1, [{ list: "people", index: 1 }]],
        ["invite-expired", 1, [{ list: "invites", index: 0 }]],
      ],
    );
    assert.equal(new Set(attentionKinds).size, attentionKinds.length);
  });
});
