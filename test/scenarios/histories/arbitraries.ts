import fc from "fast-check";
import { roles } from "../../../provider/vocabulary/roles";
import {
  type Act,
  type History,
  people,
  type RosterOptions,
  type Round,
  type Settings,
  singleKinds,
  type Trouble,
  type Wish,
} from "./actions";
import { organizationName, rosterName } from "./declared-program";

/** The first ones more often, so that much happens to one person. */
const who = fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: people.length - 1 }));
const role = fc.oneof(
  fc.constantFrom("view" as const, "admin" as const, "edit" as const),
  fc.constantFrom(...roles),
);
const lists = fc.integer({ min: 0, max: 2 });
const renewal = fc.constantFrom("automatic" as const, "manual" as const, "always" as const);
/** Days: before the history begins, while it goes on, and after it. */
const until = fc.constantFrom(-1, 1, 3, 8, 10, 20, 1000);
const deletionPolicy = fc.constantFrom("remove" as const, "retain" as const);

function perhaps<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const wish: fc.Arbitrary<Wish> = fc.record({
  role,
  applications: seldom(lists),
  dashboards: seldom(lists),
  disallowTransfer: seldom(fc.boolean()),
  renewal: seldom(renewal),
  deletionPolicy: seldom(deletionPolicy),
  until: seldom(until),
});

const change: fc.Arbitrary<Partial<Wish>> = fc.oneof(
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

const programAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant("declare" as const),
      who,
      kind: fc.constantFrom(...singleKinds),
      wish,
    }),
  },
  { weight: 5, arbitrary: fc.record({ act: fc.constant("enroll" as const), who, wish }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("follow invite" as const), who, wish }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("change" as const), who, wish: change }) },
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
const firstAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("declare" as const),
      who,
      kind: fc.constantFrom(...singleKinds),
      wish,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("enroll" as const), who, wish }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("roster" as const), options, isFirst }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("organization" as const), settings }) },
);

const act = fc.oneof({ weight: 3, arbitrary: programAct }, { weight: 2, arbitrary: handAct });

/** Losant may spell an address in another way than the program, and have characters in it that are unusual. */
function addressOf(name: string): fc.Arbitrary<string> {
  const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(`${name}@example.com`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `${capital}@Example.com`,
        `r&d.${name}@example.com`,
        `dept/${name}@example.com`,
        `${name}@example.xn--p1ai`,
      ),
    },
  );
}

/** The first two requests read the organization and its invites. */
const at = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 5, arbitrary: fc.integer({ min: 3, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 6, max: 14 }) },
);
const times = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 4 }));
const fields = fc.constantFrom(
  ["disallowTransfer"],
  ["applicationRoles", "dashboardRoles"],
  ["inviteDate"],
  ["hasExpired"],
  ["limits"],
);

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at,
      times,
      kind: fc.constantFrom(
        "refused" as const,
        "limited" as const,
        "down" as const,
        "broken" as const,
        "reset" as const,
        "lost" as const,
        "html 404" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ at, times, kind: fc.constant("missing" as const), fields }) },
  {
    weight: 2,
    arbitrary: fc.record({ at, kind: fc.constantFrom("crash before" as const, "crash after" as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ at, kind: fc.constantFrom("accept" as const, "decline" as const), who }),
  },
);

const none: fc.Arbitrary<Trouble[]> = fc.constant([]);

const happenings = {
  trouble: fc.oneof(
    { weight: 1, arbitrary: none },
    { weight: 2, arbitrary: fc.array(trouble, { minLength: 1, maxLength: 3, size: "max" }) },
  ),
  previewTrouble: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: none },
    { weight: 1, arbitrary: fc.array(trouble, { maxLength: 1 }) },
  ),
  isUnrefreshed: seldom(fc.constant(true)),
};

const firstRound: fc.Arbitrary<Round> = fc.record({
  acts: fc.array(firstAct, { maxLength: 6, size: "max" }),
  ...happenings,
});
const round: fc.Arbitrary<Round> = fc.record({
  acts: fc.array(act, { maxLength: 4, size: "max" }),
  ...happenings,
});

/** Histories of so many rounds at most. */
export function histories(rounds: number): fc.Arbitrary<History> {
  return fc.record({
    minAdmins: fc.constantFrom(1, 1, 2),
    maxRemovals: seldom(fc.nat({ max: 3 })),
    addresses: fc.tuple(...people.map(addressOf)),
    isUpperCase: seldom(fc.constant(true)),
    others: seldom(fc.subarray([...people, rosterName, organizationName], { minLength: 1 })),
    isParallel: perhaps(fc.constant(true)),
    members: fc.tuple(...people.map(() => perhaps(role))),
    seats: seldom(fc.nat({ max: 2 })),
    rounds: fc
      .tuple(firstRound, fc.array(round, { maxLength: rounds - 1, size: "max" }))
      .map(([first, others]) => [first, ...others]),
  });
}
