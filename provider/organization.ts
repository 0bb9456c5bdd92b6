import { z } from "zod";
import type { Organization, OrganizationPatch } from "../client";
import { Email, Id, oneOf } from "./engine/arguments";
import { messageOf, ProviderError } from "./engine/errors";
import { type Life, PartlyDone } from "./engine/life";
import { type Properties, pick } from "./engine/properties";
import { ownUserId } from "./guard-rails/own-person";
import { isExpired } from "./invites/expiry";
import { existing, existingWithInvites } from "./live/existing";
import type { Run } from "./run/run";

/** What a program may set, and a change of which is sent. */
const Settings = z.strictObject({
  name: z.string().min(1, "must not be empty").max(255, "must have at most 255 characters").optional(),
  description: z.string().max(32767, "must have at most 32767 characters").optional(),
  iconColor: z
    .string()
    .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, "must be a colour such as #ff8800")
    .toLowerCase()
    .optional(),
  billingEmail: Email.optional(),
  planId: z.string().max(1024, "must have at most 1024 characters").optional(),
  cardToken: z.string().max(1024, "must have at most 1024 characters").optional(),
  mfaMode: oneOf(["notRequired", "adminRequired", "required"]).optional(),
});
type Settings = z.output<typeof Settings>;

export const OrganizationArguments = z.strictObject({
  orgId: Id.optional(),
  ...Settings.shape,
  deletionPolicy: oneOf(["retain", "delete"]).optional(),
  forceDestroy: z.boolean().optional(),
});
type Wish = z.output<typeof OrganizationArguments>;

const OrganizationState = z.object({
  ...OrganizationArguments.shape,
  orgId: z.string(),
  iconColor: z.string().optional(),
  billingEmail: z.string().optional(),
  memberCount: z.number(),
  pendingInviteCount: z.number(),
  memberLimit: z.number().optional(),
  adopted: z.boolean(),
});
type State = z.output<typeof OrganizationState>;

/** An organization's settings: adopted or created, patched, and left alone at the end unless told otherwise. */
export const organization: Life<typeof OrganizationArguments, typeof OrganizationState> = {
  kind: "Organization",
  arguments: OrganizationArguments,
  state: OrganizationState,

  consistent(wish, isUnknown) {
    const isNamed =
      wish.name !== undefined || wish.orgId !== undefined || isUnknown("name") || isUnknown("orgId");
    return isNamed
      ? []
      : ["name: is required to create an organization; orgId adopts an existing one instead"];
  },

  async check(wish, previous, run) {
    if (wish.orgId === undefined) return [];
    run.declared.addOrganization(wish.orgId);
    const live = await run.live(wish.orgId).organization();
    if (!previous) run.remark(adoption(live, wish));
    return [];
  },

  async replacedBy(state, wish, changed) {
    return wish.orgId !== state.orgId ? changed.filter((name) => name === "orgId") : [];
  },

  async create(wish, run) {
    if (wish.orgId === undefined) {
      const id = await post(wish, run);
      return { id, state: await createdState(id, wish, run) };
    }
    await patch(wish.orgId, differing(settingsOf(await run.live(wish.orgId).organization()), wish), run);
    return { id: wish.orgId, state: await stateOf(wish.orgId, wish, true, run) };
  },

  async read(id, state, run) {
    return existingWithInvites(run, id, async () => ({
      id,
      state: await stateOf(id, state ?? {}, state?.adopted ?? true, run),
    }));
  },

  async update(id, state, wish, run) {
    await patch(id, differing(state, wish), run);
    return stateOf(id, wish, state.adopted, run);
  },

  async delete(id, state, run) {
    if (state.deletionPolicy !== "delete" || run.declared.hasOrganization(id)) {
      run.tell(`Organization ${id} (${state.name}) stays at Losant: ${whyItStays(state)}.`);
      return;
    }
    await existing(run, id, () => destroy(id, state, run));
  },
};

async function post(wish: Wish, run: Run): Promise<string> {
  const organization = { ...settingsIn(wish), name: wish.name ?? "" };
  const created = await run.client.orgs.post({ organization });
  run.tell(`Organization ${created.id} (${created.name}) is created.`);
  return created.id.toLowerCase();
}

/** What Losant has made is recorded even where its first reading fails. */
async function createdState(orgId: string, wish: Wish, run: Run): Promise<State> {
  try {
    return await stateOf(orgId, wish, false, run);
  } catch (error) {
    const state = { ...wish, orgId, memberCount: 1, pendingInviteCount: 0, adopted: false };
    throw new PartlyDone({ id: orgId, state }, [
      `Organization ${orgId} is created, but could not be read: ${messageOf(error)}`,
    ]);
  }
}

async function patch(orgId: string, settings: OrganizationPatch, run: Run): Promise<void> {
  if (Object.keys(settings).length > 0) await run.live(orgId).patch(settings);
}

async function stateOf(orgId: string, wish: Partial<Wish>, adopted: boolean, run: Run): Promise<State> {
  const [live, invites] = await Promise.all([run.live(orgId).organization(), run.live(orgId).invites()]);
  return {
    orgId,
    ...settingsOf(live),
    cardToken: wish.cardToken,
    deletionPolicy: wish.deletionPolicy,
    forceDestroy: wish.forceDestroy,
    memberCount: live.members.length,
    pendingInviteCount: invites.filter((invite) => !isExpired(invite, run.now())).length,
    memberLimit: live.limits?.member,
    adopted,
  };
}

/** The live settings, in the form that `check` gives a program's. Losant never tells the card token. */
function settingsOf(live: Organization): Omit<Settings, "cardToken"> {
  return {
    name: live.name,
    description: live.description ?? "",
    iconColor: live.iconColor?.toLowerCase(),
    billingEmail: live.billingEmail?.toLowerCase(),
    planId: live.planId,
    mfaMode: live.mfaMode,
  };
}

function settingsIn(wish: Partial<Wish>): Settings {
  return Settings.parse(pick(wish, Object.keys(Settings.shape)));
}

/** The stated settings that are not so already. */
function differing(have: Partial<Settings>, want: Partial<Wish>): Settings {
  const names = Settings.keyof().options.filter((name) => want[name] !== have[name]);
  return Settings.parse(pick(want, names));
}

function adoption(live: Organization, wish: Partial<Wish>): string {
  const { cardToken, ...changes } = differing(settingsOf(live), wish);
  const told = Object.keys(changes).map((name) => describeChange(name, settingsOf(live), changes));
  const what = [...told, ...(cardToken === undefined ? [] : ["cardToken (not shown)"])].join(", ");
  return `Organization ${live.id} (${live.name}) exists and is adopted; ${what === "" ? "nothing changes" : `this will change: ${what}`}.`;
}

function describeChange(name: string, have: Properties, want: Properties): string {
  return `${name} ${JSON.stringify(have[name])} => ${JSON.stringify(want[name])}`;
}

async function destroy(orgId: string, state: State, run: Run): Promise<void> {
  const live = run.live(orgId);
  await live.exclusively(["organization"], async () => {
    const content = await contentOf(await live.organization(), run);
    if (content.length > 0 && state.forceDestroy !== true) throw new ProviderError(refusal(orgId, content));
    await run.client.org.delete({ orgId });
    run.tell(
      `Organization ${orgId} (${state.name}) is deleted for good, with ${content.join(", ") || "nothing in it"}.`,
    );
  });
}

async function contentOf(live: Organization, run: Run): Promise<string[]> {
  const own = await ownUserId(run);
  const others = live.members.filter((member) => member.userId !== own).length - (own === undefined ? 1 : 0);
  const counts = [
    [live.summary?.appCount, "applications"],
    [live.summary?.dashCount, "dashboards"],
    [others, "other members"],
  ] as const;
  return counts
    .filter(([count]) => count !== 0)
    .map(([count, noun]) => `${count ?? "an unknown number of"} ${noun}`);
}

function refusal(orgId: string, content: string[]): string {
  return (
    `Organization ${orgId} is not deleted: it has ${content.join(", ")}, and deleting it deletes them for good. ` +
    `Move or remove them first, or set forceDestroy: true, run "pulumi up", and destroy again.`
  );
}

function whyItStays(state: State): string {
  if (state.deletionPolicy === "delete") return "the program declares it elsewhere";
  return 'deletionPolicy is retain (the default; "delete" would delete it)';
}
