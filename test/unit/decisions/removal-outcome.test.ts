import assert from "node:assert/strict";
import {
  ownUserStays,
  type RemovalOutcome,
  reportOutcome,
  rolesToRestore,
} from "../../../provider/decisions/removal-outcome";
import { CollectedReports } from "../collected-reports";
import { idOf, inviteOf, memberOf, noNames, orgId } from "../samples";

const email = "ann@example.com";
const restoring = '{"email":"ann@example.com","role":"view","applicationRoles":[],"dashboardRoles":[]}';

/** The lines that an outcome is told in. */
function toldOf(outcome: RemovalOutcome): string[] {
  const report = new CollectedReports();
  reportOutcome(outcome, { email, orgId, nameOf: noNames }, report);
  return report.lines.flatMap((line) => line.split("\n"));
}

describe("unit: the outcome of a removal", () => {
  it("is told with all that restores a member and the invites beside the membership", () => {
    const outcome = toldOf({ outcome: "removed", member: memberOf(email), invites: [inviteOf(email)] });
    assert.deepEqual(outcome, [
      `${email}: removed from organization ${orgId}; to restore: ${restoring}`,
      `${email}: invite revoked in organization ${orgId}; to restore: ${restoring}`,
    ]);
  });

  it("is told for every invite that was revoked", () => {
    const invites = [inviteOf(email), inviteOf(email, { role: "edit" })];
    const lines = toldOf({ outcome: "revoked", invites });
    assert.equal(lines.length, 2);
    for (const line of lines) assert.match(line, /^ann@example\.com: invite revoked in organization/);
    assert.match(lines[1] ?? "", /"role":"edit"/);
  });

  it("is nothing to tell where nobody was there", () => {
    assert.deepEqual(toldOf({ outcome: "absent" }), []);
  });

  it("is a warning where the authenticated user stays, and a word where somebody else does", () => {
    const kept = { outcome: "kept", isHandedOver: false, isThere: true } as const;
    assert.deepEqual(toldOf({ ...kept, because: ownUserStays }), [
      `warning: ${email} stays in organization ${orgId}: the API token is theirs.`,
    ]);
    assert.deepEqual(toldOf({ ...kept, because: "declared elsewhere" }), [
      `${email} stays in organization ${orgId}: declared elsewhere.`,
    ]);
  });

  it("restores the roles alone, and the lists as far as they are known", () => {
    const member = memberOf(email, { role: "edit", dashboardRoles: undefined, firstName: "Ann" });
    assert.equal(rolesToRestore(member, noNames), `{"email":"${email}","role":"edit","applicationRoles":[]}`);
  });

  it("names what the roles are on after the text to copy", () => {
    const applicationRoles = [{ resourceId: idOf(7), role: "view" as const }];
    const told = rolesToRestore(memberOf(email, { applicationRoles }), () => "Plant");
    assert.match(told, new RegExp(`^\\{.*"resourceId":"${idOf(7)}".*\\} \\(${idOf(7)} is "Plant"\\)$`));
  });
});
