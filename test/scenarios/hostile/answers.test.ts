import type { dynamic } from "@pulumi/pulumi";
import { ConsoleReporter } from "../../../provider/dynamic/console-reporter";
import { DynamicProvider } from "../../../provider/dynamic/dynamic-provider";
import type { Run } from "../../../provider/live/run";
import { orgInvite } from "../../../provider/resources/org-invite";
import { orgMember } from "../../../provider/resources/org-member";
import { orgMembership } from "../../../provider/resources/org-membership";
import { orgRoster } from "../../../provider/resources/org-roster";
import { organization } from "../../../provider/resources/organization";
import { resourceTransfer } from "../../../provider/resources/resource-transfer";
import { messageOf } from "../../../provider/vocabulary/errors";
import { idOf, orgId } from "../../unit/samples";
import { hostileRun, places } from "./hostile-losant";
import { assertPlain, assertPlainData, assertUnpolluted, hostileTexts } from "./hostile-texts";

type Make = (run: Run, reporter: ConsoleReporter) => dynamic.ResourceProvider;

const source = (run: Run) => ({ configure: () => undefined, run: () => run });
const owner = "owner@example.com";

/** Each class, with arguments that lead it past as much of an answer as it reads. */
const programs: Readonly<Record<string, { make: Make; id: string; args: object }>> = {
  "Organization by id": {
    make: (run, reporter) => new DynamicProvider(organization, source(run), reporter),
    id: orgId,
    args: { orgId, description: "mine" },
  },
  "Organization by name": {
    make: (run, reporter) => new DynamicProvider(organization, source(run), reporter),
    id: orgId,
    args: { name: "Mine" },
  },
  OrgMembership: {
    make: (run, reporter) => new DynamicProvider(orgMembership, source(run), reporter),
    id: `${orgId}/bob@example.com`,
    args: { orgId, email: "bob@example.com", role: "view" },
  },
  OrgInvite: {
    make: (run, reporter) => new DynamicProvider(orgInvite, source(run), reporter),
    id: `${orgId}/invited@example.com`,
    args: { orgId, email: "invited@example.com", role: "edit", resend: "again" },
  },
  OrgMember: {
    make: (run, reporter) => new DynamicProvider(orgMember, source(run), reporter),
    id: `${orgId}/${idOf(3)}`,
    args: { orgId, userId: idOf(3), role: "collaborate" },
  },
  "OrgRoster that warns": {
    make: (run, reporter) => new DynamicProvider(orgRoster, source(run), reporter),
    id: `${orgId}/roster`,
    args: { orgId, members: { [owner]: "admin", "ann@example.com": "view" } },
  },
  "OrgRoster that removes": {
    make: (run, reporter) => new DynamicProvider(orgRoster, source(run), reporter),
    id: `${orgId}/roster`,
    args: { orgId, members: { [owner]: "admin" }, unmanaged: "remove", deletionPolicy: "remove" },
  },
  ResourceTransfer: {
    make: (run, reporter) => new DynamicProvider(resourceTransfer, source(run), reporter),
    id: "transfer",
    args: { orgId, destinationId: idOf(5), destinationType: "user", applicationIds: [idOf(6)] },
  },
};

/** What a resource's life told users: lines and errors; and what it recorded. */
class Life {
  readonly told: string[] = [];
  readonly recorded: unknown[] = [];

  constructor(
    private readonly provider: dynamic.ResourceProvider,
    private readonly id: string,
  ) {}

  async live(args: object): Promise<void> {
    const checked = await this.attempt(() => this.provider.check?.({}, args));
    this.told.push(...(checked?.failures ?? []).map(({ property, reason }) => `${property}${reason}`));
    const created = await this.attempt(() => this.provider.create(args));
    this.recorded.push(created);
    const got = await this.attempt(() => this.provider.read?.(this.id, {}));
    const outputs = created?.outs ?? got?.props;
    if (outputs === undefined) return;
    const read = await this.attempt(() => this.provider.read?.(this.id, outputs));
    this.recorded.push(got, read);
    const state = read?.props ?? outputs;
    await this.attempt(() => this.provider.diff?.(this.id, state, args));
    this.recorded.push(await this.attempt(() => this.provider.update?.(this.id, state, args)));
    await this.attempt(() => this.provider.delete?.(this.id, state));
  }

  private async attempt<Result>(work: () => Promise<Result> | undefined): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.told.push(messageOf(error));
      return undefined;
    }
  }
}

describe("hostile text in Losant's answers", () => {
  for (const [place, poison] of Object.entries(places)) {
    for (const [kind, { make, id, args }] of Object.entries(programs)) {
      it(`as ${place} does nothing to ${kind}`, async () => {
        for (const text of Object.values(hostileTexts)) {
          const lines: string[] = [];
          const reporter = new ConsoleReporter((line) => lines.push(line));
          const life = new Life(make(hostileRun(poison, text), reporter), id);
          await life.live(args);
          assertPlain([...lines, ...life.told].join("\n"));
          assertPlainData(JSON.parse(JSON.stringify(life.recorded)));
          assertUnpolluted();
        }
      });
    }
  }
});
