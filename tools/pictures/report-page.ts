import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../test/support/project-folder";
import { projectFolder } from "../set-up/project";

/** The page that `pulumi-losant report` writes of a simulated organization, compared with a file of people. */
export function reportHtml(): string {
  const folder = temporaryFolder("report-picture");
  writeFileSync(join(folder, "people.yaml"), people(new Date()));
  const command = join(projectFolder, "dist/cli/index.js");
  execFileSync(
    process.execPath,
    [command, "report", "--simulated", "24", "--people", "people.yaml", "--credentials"],
    {
      cwd: folder,
    },
  );
  return readFileSync(join(folder, "losant-report.html"), "utf8");
}

/** Most of the simulated people: the access of one ends soon, and one has another role than stated. */
function people(now: Date): string {
  const soon = new Date(now.getTime() + 8 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return `
teams:
  field service:
    role: none
    applications: { Pump Stations: view }
    dashboards: { Fleet Overview: view }
    reason: on-site repairs
    owner: gina.gray@example.com
    members: [dan.diaz@example.com, hugo.hill@example.com, dan.zimmer@example.com, lena.lopez@example.com, pia.price@example.com, tess.unger@example.com]
  platform:
    role: edit
    reason: runs the platform
    owner: gina.gray@example.com
    members: [ann.walsh@example.com, ida.irwin@example.com, quinn.reed@example.com]
  cold chain:
    role: view
    applications: { Cold Chain: collaborate }
    owner: ida.irwin@example.com
    members: [cleo.clark@example.com, kim.king@example.com, sam.turner@example.com]
people:
  owner@example.com: admin
  pat.pending@example.com: view
  ann.adams@example.com: { role: edit, until: ${soon}, reason: migration of the pumps, owner: gina.gray@example.com }
  bob.baker@example.com: { role: view, reason: reads the energy figures, owner: ida.irwin@example.com }
  bob.xu@example.com: { role: view, reason: internal audit, until: 2099-12-31, owner: gina.gray@example.com }
  gina.gray@example.com: { role: admin, reason: head of operations }
  omar.owens@example.com: { role: admin, reason: on call }
  eve.evans@example.com: collaborate
  finn.foster@example.com: view
  jack.jones@example.com: view
  max.mills@example.com: collaborate
  nora.novak@example.com: view
  rosa.scott@example.com: view
`;
}
