import { isDeepStrictEqual } from "node:util";
import type { Invite, Member } from "../../../../client";
import { orgMembership } from "../../../../provider/resources/org-membership";
import type { Context, Recorded } from "../../../../provider/resources/resource-lifecycle";
import { CollectedReports } from "../../collected-reports";
import { orgId } from "../../samples";
import { StubLosant } from "../../stub-losant";

export type Desired = Parameters<typeof orgMembership.create>[0];
export type State = Recorded<ReturnType<typeof orgMembership.state.parse>>["state"];

/** What is at Losant, and what the stack recorded of the person before. */
export interface Scene {
  members: Member[];
  invites: Invite[];
  recorded?: State | undefined;
  own?: { userId: string; email: string };
}

/** What one `up` did. */
export interface Outcome {
  operation: "create" | "same" | "update" | "delete" | "refused";
  written: string[];
  told: string[];
  /** What users read as the reason of an update or a refusal. */
  reasons: string[];
  state?: State | undefined;
}

/** One membership in one stack, driven as the engine drives it. */
export class Stack {
  private readonly losant: StubLosant;
  private readonly report = new CollectedReports();
  private readonly context: Context;

  constructor(private readonly scene: Scene) {
    this.losant = new StubLosant(scene.members, scene.invites);
    if (scene.own) this.losant.own = scene.own;
    this.context = { run: this.losant.run(), report: this.report, isUnknown: () => false };
  }

  /** A first declaration; `isMoved`: this run has read the person under another resource. */
  async create(desired: Desired, isMoved = false): Promise<Outcome> {
    const { recorded } = this.scene;
    if (isMoved && recorded) this.context.run.organization(orgId).remember(desired.email, recorded);
    this.context.run.beginStep();
    const problems = await orgMembership.check?.(desired, undefined, this.context);
    if (problems && problems.length > 0) return this.outcome("refused", problems);
    const { state } = await orgMembership.create(desired, this.context);
    return this.outcome("create", [], state);
  }

  /** A refresh, a preview, and an update where one is due. */
  async up(desired: Desired): Promise<Outcome> {
    const before = this.recorded();
    const read = await orgMembership.read(idOf(before.state), before, this.context);
    if (!read) throw new Error("a membership is never gone by itself");
    this.context.run.beginStep();
    const problems = (await orgMembership.check?.(desired, this.inputs(), this.context)) ?? [];
    if (problems.length > 0) return this.outcome("refused", problems);
    const recorded = { ...before, state: read.state };
    const reasons = (await orgMembership.updateReasons?.(recorded, desired, this.context)) ?? [];
    const texts = reasons.map(({ text }) => text);
    const isDifferent = !isDeepStrictEqual({ ...read.inputs }, { ...desired });
    if (!isDifferent && reasons.length === 0) return this.outcome("same", [], read.state);
    const state = await orgMembership.update(read.id, recorded, desired, this.context);
    return this.outcome("update", texts, state);
  }

  /** A refresh, and a delete. */
  async destroy(deletionPolicy: "remove" | "retain"): Promise<Outcome> {
    const { state, stated } = this.recorded();
    const recorded = { state: { ...state, deletionPolicy }, stated };
    const read = await orgMembership.read(idOf(state), recorded, this.context);
    this.context.run.beginStep();
    await orgMembership.delete(idOf(state), { ...recorded, state: read?.state ?? state }, this.context);
    return this.outcome("delete", []);
  }

  private recorded(): Recorded<State> {
    if (!this.scene.recorded) throw new Error("nothing was recorded");
    return { state: this.scene.recorded, stated: Object.keys(this.inputs()).sort() };
  }

  /** What the program stated before. */
  private inputs(): Partial<Desired> {
    const { email = "", role, renewal, until } = this.scene.recorded ?? {};
    return { orgId, email, ...(role && { role }), ...(renewal && { renewal }), ...(until && { until }) };
  }

  private outcome(operation: Outcome["operation"], reasons: string[], state?: State): Outcome {
    return { operation, written: this.losant.written, told: this.report.lines, reasons, state };
  }
}

function idOf({ email }: State): string {
  return `${orgId}/${email}`;
}
