import { z } from "zod";
import { type Organization as LosantOrganization, printable } from "../../client";
import { pendingInviteCount } from "../decisions/snapshot";
import { changeSettings } from "../live/change-settings";
import { createOrganization, organizationsNamed } from "../live/create-organization";
import { deleteOrganization, organizationIsGone } from "../live/delete-organization";
import { OrganizationNotFound } from "../live/explain-failure";
import type { RunOrganization } from "../live/run-organization";
import { Id, oneOf } from "../vocabulary/arguments";
import { messageOf, ProviderError } from "../vocabulary/errors";
import {
  differingSettings,
  OrganizationSettings,
  RecordedSettings,
  recordedSettings,
  settingsIn,
  settingsOf,
} from "../vocabulary/organization-settings";
import type { Reporter } from "../vocabulary/reporter";
import { organizationIn } from "./resource-id";
import {
  type Context,
  importedWith,
  PartialFailure,
  type ResourceLifecycle,
  statedInputs,
} from "./resource-lifecycle";

export const OrganizationArguments = z.strictObject({
  orgId: Id.optional(),
  ...OrganizationSettings.shape,
  deletionPolicy: oneOf(["retain", "delete"]).optional(),
  forceDestroy: z.boolean().optional(),
});
type Desired = z.output<typeof OrganizationArguments>;

const OrganizationState = z.object({
  ...OrganizationArguments.shape,
  orgId: z.string(),
  ...RecordedSettings,
  memberCount: z.number(),
  pendingInviteCount: z.number(),
  memberLimit: z.number().optional(),
  adopted: z.boolean(),
});
type State = z.output<typeof OrganizationState>;

/** An organization's settings: adopted or created, patched, and left alone at the end unless told otherwise. */
export const organization: ResourceLifecycle<typeof OrganizationArguments, typeof OrganizationState> = {
  kind: "Organization",
  arguments: OrganizationArguments,
  state: OrganizationState,

  validate(desired, { isUnknown }) {
    const isNamed =
      desired.name !== undefined || desired.orgId !== undefined || isUnknown("name") || isUnknown("orgId");
    return isNamed
      ? []
      : ["name: is required to create an organization; orgId adopts an existing one instead"];
  },

  async check(desired, previous, context) {
    if (previous) reportWithdrawn(desired, previous, context);
    if (desired.orgId === undefined)
      return previous || context.isUnknown("orgId") ? [] : checkCreate(desired, context);
    const target = context.run.organization(desired.orgId);
    target.facts.note({ isDeclared: true });
    const live = await target.live.organization();
    if (!previous) context.report.info(adoption(live, desired));
    const changes = differingSettings(previous ?? settingsOf(live), desired);
    if (Object.keys(changes).length > 0) await target.warnOfRights(["org.patch"], context.report);
    return target.claim({ kind: "Organization", name: context.name, isAlone: false }, desired);
  },

  async replacedBy({ state }, desired, changed) {
    return desired.orgId !== state.orgId ? changed.filter((name) => name === "orgId") : [];
  },

  async updateReasons({ state }, _desired, { run }) {
    if (!run.isPastRefresh) return [];
    const target = run.organization(state.orgId);
    if (target.itself.isTakenOver) throw new ProviderError(takenTwice(state.orgId));
    target.facts.note({ isDeclared: true });
    return [];
  },

  async create(desired, context) {
    if (desired.orgId !== undefined) return adopt(desired.orgId, desired, true, context);
    const recorded = await recordedNamesake(desired, context);
    if (recorded) return adopt(recorded.orgId, desired, recorded.itself.recorded?.adopted ?? true, context);
    const orgId = await createOrganization(context.run, desired.name ?? "", settingsIn(desired));
    context.run.organization(orgId).facts.note({ isDeclared: true });
    context.report.info(`Organization ${orgId} is created.`);
    return { id: orgId, state: await createdState(orgId, desired, context) };
  },

  async read(id, recorded, context) {
    const orgId = organizationIn(id);
    const target = context.run.organization(orgId);
    try {
      const state = await stateOf(target, recorded?.state ?? {}, recorded?.state.adopted ?? true);
      target.facts.note({ recorded: { adopted: state.adopted, name: recorded?.state.name } });
      return { id: orgId, state, inputs: statedInputs(state, recorded) };
    } catch (error) {
      if (!recorded || !(error instanceof OrganizationNotFound)) throw error;
      if (!(await organizationIsGone(context.run, orgId))) throw error;
      context.report.warn(`organization ${orgId} (not in the list of the token's organizations) is gone.`);
      return undefined;
    }
  },

  imported: (state) => importedWith(state, ["orgId", ...importedSettings]),

  async update(id, { state }, desired, { run, report }) {
    const target = run.organization(id);
    await change(target, differingSettings(state, desired), report);
    return stateOf(target, desired, state.adopted);
  },

  async delete(id, { state }, { run, report }) {
    const target = run.organization(id);
    if (state.deletionPolicy === "delete") target.catchUpOrRefuse();
    if (state.deletionPolicy !== "delete" || target.itself.isDeclared) {
      report.info(`Organization ${id} stays at Losant: ${whyItStays(state)}.`);
      return;
    }
    report.info(await deleteOrganization(target, state.forceDestroy === true, report));
  },
};

const importedSettings = ["name", "description", "iconColor", "billingEmail", "planId", "mfaMode"] as const;

/** At preview of a create: what will happen, and what is there already under that name. */
async function checkCreate(desired: Partial<Desired>, context: Context): Promise<string[]> {
  if (desired.name === undefined) return [];
  try {
    const recorded = await recordedNamesake(desired, context);
    if (!recorded) {
      context.report.info(`Organization "${desired.name}" will be created.`);
      await context.run.token.warnOfRights(undefined, ["orgs.post"], context.report);
    } else {
      recorded.facts.note({ isDeclared: true, isTakenOver: true });
      context.report.info(
        `Organization ${recorded.orgId} ("${desired.name}") is taken over from its old resource.`,
      );
    }
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}

/**
 * The organization of this name that another resource of the stack recorded and the program no longer declares: the
 * resource was renamed.
 *
 * @throws ProviderError for one that is there and that nobody recorded: creating would make a second one.
 */
async function recordedNamesake(
  { name = "" }: Partial<Desired>,
  { run }: Context,
): Promise<RunOrganization | undefined> {
  const renamed = run.recordedAs(name);
  if (renamed && isFree(renamed)) return renamed;
  const namesakes = (await organizationsNamed(run, name)).map(({ id }) => run.organization(id));
  const recorded = namesakes.find((one) => one.itself.recorded && isFree(one));
  const [other] = namesakes;
  if (recorded || !other) return recorded;
  throw new ProviderError(
    `an organization named "${name}" exists already: ${other.orgId}. To adopt it, set orgId: "${other.orgId}"; ` +
      `to create another one, choose another name.`,
  );
}

/** Whether no other resource of the program holds on to it. */
function isFree({ itself }: RunOrganization): boolean {
  return !itself.isDeclared || itself.isTakenOver;
}

function takenTwice(orgId: string): string {
  return (
    `Organization ${orgId} is taken over by another resource of this program, which would create one of the same ` +
    `name: declare it once, or give the new one another name.`
  );
}

async function adopt(orgId: string, desired: Desired, adopted: boolean, { run, report }: Context) {
  const target = run.organization(orgId);
  target.facts.note({ isDeclared: true });
  await change(target, differingSettings(settingsOf(await target.live.organization()), desired), report);
  return { id: target.orgId, state: await stateOf(target, desired, adopted) };
}

async function change(
  target: RunOrganization,
  changes: OrganizationSettings,
  report: Reporter,
): Promise<void> {
  await changeSettings(target, changes);
  const names = Object.keys(changes);
  if (names.length > 0) report.info(`Organization ${target.orgId}: changed ${names.join(", ")}.`);
}

/** What Losant has created is recorded even where its first reading fails. */
async function createdState(orgId: string, desired: Desired, { run }: Context): Promise<State> {
  try {
    return await stateOf(run.organization(orgId), desired, false);
  } catch (error) {
    const state = { ...desired, orgId, memberCount: 1, pendingInviteCount: 0, adopted: false };
    throw new PartialFailure({ id: orgId, state }, [
      `Organization ${orgId} is created, but could not be read: ${messageOf(error)}`,
    ]);
  }
}

async function stateOf(
  { live, orgId }: RunOrganization,
  desired: Partial<Desired>,
  adopted: boolean,
): Promise<State> {
  const snapshot = await live.snapshot();
  const { organization: current } = snapshot;
  return {
    orgId,
    ...recordedSettings(current, desired),
    cardToken: desired.cardToken,
    deletionPolicy: desired.deletionPolicy,
    forceDestroy: desired.forceDestroy,
    memberCount: current.members.length,
    pendingInviteCount: pendingInviteCount(snapshot),
    memberLimit: current.limits?.member,
    adopted,
  };
}

/** Settings that are no longer stated stay as they are, which nothing else would say. */
function reportWithdrawn(
  desired: Partial<Desired>,
  previous: Partial<Desired>,
  { report, isUnknown }: Context,
): void {
  const names = Object.keys(OrganizationSettings.shape).filter(
    (name) => name in previous && !(name in desired) && !isUnknown(name),
  );
  if (names.length === 0) return;
  const name = desired.orgId ?? previous.name ?? "";
  const told = `Organization ${name}: no longer managed, and left as it is at Losant: ${names.join(", ")}.`;
  report.info(told, told);
}

/** Names of settings, whose values may be secret; the mode of the second factor is none. */
function adoption(live: LosantOrganization, desired: Partial<Desired>): string {
  const names = Object.keys(differingSettings(settingsOf(live), desired)).map((name) =>
    name === "mfaMode" ? `mfaMode ${live.mfaMode ?? "unknown"} => ${desired.mfaMode}` : name,
  );
  const what = names.length === 0 ? "nothing changes" : `will change: ${names.join(", ")}`;
  return `Organization ${live.id} (${printable(live.name)}) exists and will be adopted; ${what}.`;
}

function whyItStays(state: State): string {
  if (state.deletionPolicy === "delete") return "the program declares it elsewhere";
  return 'deletionPolicy is retain (the default; "delete" would delete it)';
}
