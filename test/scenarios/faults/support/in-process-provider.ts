import type { ClientOptions, ConnectionSettings, Fetch } from "../../../../client";
import { DynamicProvider } from "../../../../provider/dynamic/dynamic-provider";
import { Run } from "../../../../provider/live/run";
import { orgInvite } from "../../../../provider/resources/org-invite";
import { orgMember } from "../../../../provider/resources/org-member";
import { orgMembership } from "../../../../provider/resources/org-membership";
import { orgRoster } from "../../../../provider/resources/org-roster";
import { organization } from "../../../../provider/resources/organization";
import { resourceTransfer } from "../../../../provider/resources/resource-transfer";
import type { Reporter } from "../../../../provider/vocabulary/reporter";
import type { Kind, Properties } from "../../../support/provider-messages";
import type { ProviderProcess } from "../../../support/provider-process";
import { CollectedReports } from "../../../unit/collected-reports";
import { maxAttempts } from "./wire";

/** The calls that an engine makes. */
export type ProviderCalls = Pick<
  ProviderProcess,
  "check" | "diff" | "create" | "read" | "update" | "delete" | "output"
>;

type Face = Pick<DynamicProvider<never, never>, "check" | "diff" | "create" | "read" | "update" | "delete">;

/** How a provider in this process reaches Losant. */
export interface Connection {
  token: string;
  /** Left out: real requests to `apiUrl`. */
  fetch?: Fetch;
  apiUrl?: string;
  /** Seconds. */
  requestTimeout?: number;
}

/** What the faces share now: making them anew for each run would cost more than the run. */
const current: { run: Run | undefined; report: CollectedReports } = {
  run: undefined,
  report: new CollectedReports(),
};

const source = {
  configure: () => undefined,
  run: () => {
    if (!current.run) throw new Error("No run has begun.");
    return current.run;
  },
};

const reporter: Reporter = {
  info: (text) => current.report.info(text),
  warn: (text) => current.report.warn(text),
  progress: () => undefined,
  count: (about, line) => current.report.count(about, line),
};

const faces: Record<Kind, Face> = {
  organization: new DynamicProvider(organization, source, reporter),
  orgMember: new DynamicProvider(orgMember, source, reporter),
  orgInvite: new DynamicProvider(orgInvite, source, reporter),
  orgMembership: new DynamicProvider(orgMembership, source, reporter),
  orgRoster: new DynamicProvider(orgRoster, source, reporter),
  resourceTransfer: new DynamicProvider(resourceTransfer, source, reporter),
};

/** All kinds of resources over one run, without a process of their own and without waits between tries. */
export class InProcessProvider implements ProviderCalls {
  /** From now on the run of this connection is the current one. */
  constructor(connection: Connection) {
    current.run = runOf(connection);
    current.report = new CollectedReports();
  }

  async check(kind: Kind, olds: Properties, news: Properties) {
    const sentOlds = Object.keys(olds).length > 0 ? sent(olds) : {};
    const { inputs = {}, failures = [] } = await faces[kind].check(sentOlds, sent(news));
    return { inputs: received(inputs), failures };
  }

  async diff(kind: Kind, id: string, olds: Properties, news: Properties) {
    const { changes, replaces = [] } = await faces[kind].diff(id, sent(olds), sent(news));
    return { changes, replaces, deleteBeforeReplace: false };
  }

  async create(kind: Kind, news: Properties) {
    const { id, outs = {} } = await faces[kind].create(sent(news));
    return { id, outs: received(outs) };
  }

  async read(kind: Kind, id: string, props: Properties) {
    const found = await faces[kind].read(id, sent(props));
    const inputs = found.inputs && received(found.inputs);
    return { id: found.id ?? "", props: received(found.props ?? {}), inputs };
  }

  async update(kind: Kind, id: string, olds: Properties, news: Properties) {
    const { outs = {} } = await faces[kind].update(id, sent(olds), sent(news));
    return { outs: received(outs) };
  }

  async delete(kind: Kind, id: string, props: Properties): Promise<void> {
    await faces[kind].delete(id, sent(props));
  }

  async output(): Promise<string> {
    return current.report.lines.join("\n");
  }
}

function runOf({ token, fetch, apiUrl = "http://127.0.0.1:1", requestTimeout = 3600 }: Connection): Run {
  const connection: ConnectionSettings & Pick<ClientOptions, "fetch" | "backoff"> = {
    apiToken: token,
    apiUrl,
    domain: undefined,
    requestTimeout,
    maxAttempts,
    fetch,
    backoff: () => 0,
  };
  return new Run({ connection, minAdmins: 1, maxRemovals: { percent: 100 } });
}

/** As they cross the wire: plain JSON, with the engine's own property. */
function sent(properties: Properties): Properties {
  return { ...JSON.parse(JSON.stringify(properties)), __provider: "the provider's text" };
}

function received(properties: Properties): Properties {
  const { __provider, ...others } = JSON.parse(JSON.stringify(properties));
  return others;
}
