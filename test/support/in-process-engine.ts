import { z } from "zod";
import { DynamicProvider } from "../../provider/dynamic/dynamic-provider";
import type { Run } from "../../provider/live/run";
import { orgInvite } from "../../provider/resources/org-invite";
import { orgMember } from "../../provider/resources/org-member";
import { orgMembership } from "../../provider/resources/org-membership";
import { orgRoster } from "../../provider/resources/org-roster";
import { organization } from "../../provider/resources/organization";
import { resourceTransfer } from "../../provider/resources/resource-transfer";
import type { Reporter } from "../../provider/vocabulary/reporter";
import type { ProviderCalls } from "./provider-calls";
import type { Kind, Properties } from "./provider-messages";
import { StepEngine } from "./step-engine";

// As in provider/index.ts.
z.config({ jitless: true });

/** The providers of one step, which share its run. */
export class InProcessProvider implements ProviderCalls {
  private readonly printed: string[] = [];
  private readonly providers: Record<Kind, Provider>;

  constructor(run: Run) {
    const source = { configure: () => undefined, run: () => run };
    const report = collecting(this.printed);
    this.providers = {
      organization: new DynamicProvider(organization, source, report),
      orgMember: new DynamicProvider(orgMember, source, report),
      orgInvite: new DynamicProvider(orgInvite, source, report),
      orgMembership: new DynamicProvider(orgMembership, source, report),
      orgRoster: new DynamicProvider(orgRoster, source, report),
      resourceTransfer: new DynamicProvider(resourceTransfer, source, report),
    };
  }

  async check(kind: Kind, olds: Properties, news: Properties) {
    const { inputs, failures } = await this.providers[kind].check(wired(olds), wired(news));
    return { inputs: wired(inputs), failures: failures ?? [] };
  }

  async diff(kind: Kind, id: string, olds: Properties, news: Properties) {
    const { changes, replaces = [] } = await this.providers[kind].diff(id, wired(olds), wired(news));
    return { changes, replaces };
  }

  async create(kind: Kind, news: Properties) {
    const { id, outs } = await this.providers[kind].create(wired(news));
    return { id, outs: wired(outs) };
  }

  async read(kind: Kind, id: string, props: Properties) {
    const answer = await this.providers[kind].read(id, wired(props));
    return {
      id: answer.id ?? "",
      props: wired(answer.props),
      inputs: answer.inputs && wired(answer.inputs),
    };
  }

  async update(kind: Kind, id: string, olds: Properties, news: Properties) {
    const { outs } = await this.providers[kind].update(id, wired(olds), wired(news));
    return { outs: wired(outs) };
  }

  async delete(kind: Kind, id: string, props: Properties): Promise<void> {
    await this.providers[kind].delete(id, wired(props));
  }

  async output(): Promise<string> {
    return this.printed.join("\n");
  }
}

/** Calls the provider in this process: no sockets, no waiting, thousands of steps a minute. */
export class InProcessEngine extends StepEngine {
  /** `run` makes the run of the next step, as each step has a provider process of its own. */
  constructor(private readonly run: () => Run) {
    super();
  }

  protected override during(work: (provider: ProviderCalls) => Promise<void>): Promise<void> {
    return work(new InProcessProvider(this.run()));
  }
}

type Provider = Pick<
  DynamicProvider<typeof orgInvite.arguments, typeof orgInvite.state>,
  "check" | "diff" | "create" | "read" | "update" | "delete"
>;

/** As properties come out of the engine's protocol. */
function wired(properties: Properties | undefined): Properties {
  return JSON.parse(JSON.stringify(properties ?? {}));
}

function collecting(lines: string[]): Reporter {
  return {
    info: (text) => lines.push(text),
    warn: (text) => lines.push(`warning: ${text}`),
    progress: () => undefined,
    count: (_about, line) => lines.push(line(1)),
  };
}
