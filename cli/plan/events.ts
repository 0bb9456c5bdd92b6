import { z } from "zod";
import type { DeletedPerson, Previewed } from "../../plan/collect";
import { PlannedRoles, PlanRecord } from "../../plan/record";
import { unknownIn } from "./unknown-inputs";

const State = z.object({
  retainOnDelete: z.boolean().nullish(),
  inputs: z.record(z.string(), z.unknown()).nullish(),
  outputs: z.record(z.string(), z.unknown()).nullish(),
});
type State = z.infer<typeof State>;

/** What of the engine's events says something of the plan; others are let pass. */
export const EngineEvent = z.object({
  resourcePreEvent: z
    .object({
      metadata: z.object({
        op: z.string(),
        urn: z.string(),
        type: z.string(),
        old: State.nullish(),
        new: State.nullish(),
      }),
    })
    .optional(),
  diagnosticEvent: z.object({ message: z.string(), severity: z.string() }).optional(),
  summaryEvent: z.object({}).optional(),
  cancelEvent: z.object({}).optional(),
});
export type EngineEvent = z.infer<typeof EngineEvent>;

type Step = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];

const kindOf = ({ type }: Step): string | undefined =>
  /^(?:losant:index:|pulumi-nodejs:dynamic\/losant:)(\w+)$/.exec(type)?.[1];
const nameOf = ({ urn }: Step): string => urn.slice(urn.lastIndexOf("::") + 2);

/** The stack that events tell of, by its short name. */
export function stackIn(events: readonly EngineEvent[]): string | undefined {
  const [urn = ""] = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata.urn ?? []);
  return /^urn:pulumi:(.+?)::/.exec(urn)?.[1];
}

/** What the engine's events say beside the records of the providers. */
export function readEvents(events: readonly EngineEvent[]): Pick<
  Previewed,
  "deleted" | "settings" | "errors" | "unknown"
> & {
  isWhole: boolean;
  kinds: PlanRecord["kind"][];
} {
  const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  const errors = events.flatMap(({ diagnosticEvent }) =>
    diagnosticEvent?.severity === "error" ? [plainText(diagnosticEvent.message)] : [],
  );
  return {
    deleted: steps.flatMap(deletedPeople),
    settings: steps.flatMap(changedSettings),
    // The last one of each failed preview, which says no more than that.
    errors: [...new Set(errors)].filter((message) => message !== "" && message !== "preview failed"),
    unknown: steps.flatMap(unknownInputs),
    kinds: [...new Set(steps.flatMap(declaredKind))],
    isWhole: events.some(({ summaryEvent }) => summaryEvent !== undefined),
  };
}

/** Which class of people a step compares with Losant. */
function declaredKind(step: Step): PlanRecord["kind"][] {
  const kind = PlanRecord.shape.kind.safeParse(kindOf(step)).data;
  return kind === undefined || !["same", "create", "update"].includes(step.op) ? [] : [kind];
}

/** What of a person no provider could compare, whatever else it says of them. */
function unknownInputs(step: Step): string[] {
  const kind = PlanRecord.shape.kind.safeParse(kindOf(step)).data;
  const names = unknownIn(step.new?.inputs ?? {});
  if (
    kind === undefined ||
    names.length === 0 ||
    !["create", "update", "create-replacement"].includes(step.op)
  )
    return [];
  return [
    `what becomes of the people of ${kind} ${nameOf(step)}: its ${names.join(", ")} is known at up only`,
  ];
}

/** Without the engine's marks for colours, such as `<{%reset%}>`, and without the stack of a program's error. */
function plainText(message: string): string {
  const lines = message.replace(/<\{%.*?%\}>/g, "").split("\n");
  return lines
    .filter((line) => !/^\s+at /.test(line))
    .join("\n")
    .trim();
}

/** Whom a step takes out: the engine asks no provider about a delete. */
function deletedPeople(step: Step): DeletedPerson[] {
  const kind = PlanRecord.shape.kind.safeParse(kindOf(step)).data;
  const { old } = step;
  if (kind === undefined || !["delete", "delete-replaced"].includes(step.op) || !old) return [];
  if (old.retainOnDelete || textOf(old, "deletionPolicy") === "retain") return [];
  return kind === "OrgRoster" ? rosterPeople(step, old) : singlePerson(step, old, kind);
}

function singlePerson(step: Step, old: State, kind: DeletedPerson["kind"]): DeletedPerson[] {
  const does = doesOf(textOf(old, "status") ?? (kind === "OrgMember" ? "active" : undefined));
  const organization = textOf(old, "orgId")?.toLowerCase();
  if (does === undefined || organization === undefined) return [];
  const outputs = old.outputs ?? {};
  // Whoever waits for a second factor has another role at Losant than the one recorded.
  const isWaiting = outputs.awaitsTwoFactor === true;
  const from = rolesIn({ ...outputs, ...(isWaiting && { role: outputs.roleUntilTwoFactor }) });
  const [until, reason, owner] = ["until", "reason", "owner"].map((name) => textOf(old, name));
  const who = { email: textOf(old, "email"), userId: textOf(old, "userId") };
  return [{ organization, kind, name: nameOf(step), ...who, does, from, until, reason, owner }];
}

/** A roster that is taken out with its people. */
function rosterPeople(step: Step, old: State): DeletedPerson[] {
  const organization = textOf(old, "orgId")?.toLowerCase();
  if (organization === undefined || textOf(old, "deletionPolicy") !== "remove") return [];
  const members = z.record(z.string(), z.unknown()).safeParse(old.outputs?.members).data ?? {};
  const awaiting = Awaiting.safeParse(old.outputs?.awaiting).data ?? {};
  return Object.entries(members).flatMap(([email, entry]) => {
    const does = doesOf(awaiting[email]?.status ?? "active");
    const from = rolesIn(typeof entry === "string" ? { role: entry } : entry);
    const one = { organization, kind: "OrgRoster", name: nameOf(step), email, from } as const;
    return does === undefined ? [] : [{ ...one, does }];
  });
}

/** People of a roster who are no members. */
const Awaiting = z.record(z.string(), z.object({ status: z.string().optional() }));

/** What a delete does to somebody who stands so: there is nothing to do to those who are neither. */
function doesOf(status: string | undefined): DeletedPerson["does"] | undefined {
  return status === "active" ? "remove" : status === "pending" ? "revoke" : undefined;
}

const settingNames = ["name", "description", "iconColor", "billingEmail", "planId", "mfaMode"];

function changedSettings(step: Step): Previewed["settings"][number][] {
  const { op, old, new: next } = step;
  const organization = old ? textOf(old, "orgId")?.toLowerCase() : undefined;
  if (kindOf(step) !== "Organization" || op !== "update" || organization === undefined || !next) return [];
  return settingNames.flatMap((name) => {
    const [from, to] = [old?.outputs?.[name], next.inputs?.[name]];
    return to === undefined || from === to ? [] : { organization, name, from, to };
  });
}

function textOf({ outputs, inputs }: State, name: string): string | undefined {
  const value = outputs?.[name] ?? inputs?.[name];
  return typeof value === "string" ? value : undefined;
}

const RoleList = z.array(z.object({ resourceId: z.string(), role: z.string() }));

function rolesIn(stated: unknown): PlannedRoles {
  const known = z.object({ role: z.unknown(), applicationRoles: z.unknown(), dashboardRoles: z.unknown() });
  const { role, applicationRoles, dashboardRoles } = known.partial().safeParse(stated).data ?? {};
  const list = (roles: unknown) =>
    RoleList.safeParse(roles).data?.map((one) => ({ id: one.resourceId, role: one.role }));
  const [applications, dashboards] = [list(applicationRoles), list(dashboardRoles)];
  const word = PlannedRoles.shape.role.safeParse(role).data;
  return {
    ...(word !== undefined && { role: word }),
    ...(applications && { applications }),
    ...(dashboards && { dashboards }),
  };
}
