/** The demo's program, in JavaScript so that it starts at once; `losant` is there. */
export function demoProgram(orgId: string): string {
  return `const orgId = "${orgId}";

new losant.Organization("acme", { orgId, description: "Everything that measures" });

const team = { "ann@example.com": "edit", "bob@example.com": "view" };
for (const [email, role] of Object.entries(team)) {
  new losant.OrgMembership(email, { orgId, email, role });
}

const days = losant.getDeviceCounts({ orgId });
const payloads = losant.getPayloadCountsBreakdown({ orgId, start: Date.now() - 7 * 86400000 });
exports.devicesNow = days.then(({ counts }) => counts.at(-1).total);
exports.payloadsThisWeek = payloads.then(({ counts }) => counts.reduce((sum, day) => sum + day.value, 0));`;
}
