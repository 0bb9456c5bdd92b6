import fc from "fast-check";
import { roles } from "../../../provider/vocabulary/roles";
import { type Act, type Desired, people, type RosterOptions, type Settings, singleKinds } from "./actions";

/** The first ones more often, so that much happens to one person. */
export const who = fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: people.length - 1 }));
export const role = fc.oneof(
  fc.constantFrom("view" as const, "admin" as const, "edit" as const),
  fc.constantFrom(...roles),
);
const lists = fc.integer({ min: 0, max: 2 });
const renewal = fc.constantFrom("automatic" as const, "manual" as const, "always" as const);
/** Days: before the history begins, while it goes on, and after it. */
const until = fc.constantFrom(-1, 1, 3, 8, 10, 20, 1000);
const deletionPolicy = fc.constantFrom("remove" as const, "retain" as const);

export function perhaps<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

export function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const desired: fc.Arbitrary<Desired> = fc.record({
  role,
  applications: seldom(lists),
  dashboards: seldom(lists),
  disallowTransfer: seldom(fc.boolean()),
  renewal: seldom(renewal),
  deletionPolicy: seldom(deletionPolicy),
  until: seldom(until),
});

const change: fc.Arbitrary<Partial<Desired>> = fc.oneof(
  fc.record({ role }),
  fc.record({ applications: perhaps(lists) }),
  fc.record({ dashboards: perhaps(lists) }),
  fc.record({ disallowTransfer: perhaps(fc.boolean()) }),
  fc.record({ renewal: perhaps(renewal) }),
  fc.record({ deletionPolicy: perhaps(deletionPolicy) }),
  fc.record({ until: perhaps(until) }),
);

const options: fc.Arbitrary<RosterOptions> = fc.record({
  unmanaged: perhaps(fc.constantFrom("ignore" as const, "warn" as const, "fail" as const, "remove" as const)),
  minAdmins: seldom(fc.integer({ min: 1, max: 2 })),
  maxRemovals: seldom(fc.integer({ min: 0, max: 4 })),
  renewal: seldom(renewal),
  disallowTransfer: seldom(fc.boolean()),
  deletionPolicy: seldom(deletionPolicy),
});

const settings: fc.Arbitrary<Settings> = fc.record({
  name: perhaps(fc.constantFrom("Acme", "Acme & Sons")),
  description: perhaps(fc.constantFrom("", "As code")),
  mfaMode: seldom(fc.constantFrom("notRequired" as const, "adminRequired" as const, "required" as const)),
});

const isFirst = fc.oneof(
  { weight: 5, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

function named<Name extends string>(act: Name) {
  return fc.record({ act: fc.constant(act), who });
}

function between<Name extends string>(act: Name) {
  return fc.record({ act: fc.constant(act), who, other: fc.nat({ max: people.length - 1 }) });
}

const declareAct = fc.record({
  act: fc.constant("declare" as const),
  who,
  kind: fc.constantFrom(...singleKinds),
  desired,
});
const enrollAct = fc.record({ act: fc.constant("enroll" as const), who, desired });

const programAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: declareAct },
  { weight: 5, arbitrary: enrollAct },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("follow invite" as const), who, desired }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("change" as const), who, desired: change }) },
  { weight: 4, arbitrary: named("take out") },
  { weight: 2, arbitrary: named("rename") },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("swap resources" as const),
      who,
      other: fc.nat({ max: people.length - 1 }),
      deleteBeforeReplace: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: named("resend") },
  { weight: 1, arbitrary: named("follow address") },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("roster" as const), options, isFirst }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("drop roster" as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("organization" as const), settings }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("drop organization" as const) }) },
);

const handAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: named("accept") },
  { weight: 2, arbitrary: named("decline") },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("invite by hand" as const), who, role }) },
  { weight: 1, arbitrary: named("revoke by hand") },
  { weight: 2, arbitrary: named("remove by hand") },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("set role by hand" as const), who, role }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant("set applications by hand" as const), who, applications: lists }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("set by hand" as const), settings }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("set second factor" as const), who, isOn: fc.boolean() }),
  },
  { weight: 1, arbitrary: named("change address") },
  { weight: 2, arbitrary: named("pass on address") },
  { weight: 2, arbitrary: between("swap addresses") },
  { weight: 1, arbitrary: between("move to address") },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("free seats" as const), seats: fc.nat({ max: 2 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("pass hours" as const),
      hours: fc.constantFrom(1, 24, 72, 168, 200),
    }),
  },
);

/** What most programs begin with. */
export const firstAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: declareAct },
  { weight: 3, arbitrary: enrollAct },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("roster" as const), options, isFirst }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("organization" as const), settings }) },
);

export const act = fc.oneof({ weight: 3, arbitrary: programAct }, { weight: 2, arbitrary: handAct });
