import fc from "fast-check";
import { act, firstAct, perhaps, role, seldom } from "./act-arbitraries";
import { type History, people, type Round, type Trouble } from "./actions";
import { organizationName, rosterName } from "./declared-program";
import { trouble } from "./trouble-arbitraries";

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
    asksTwoFactor: perhaps(fc.constant(true)),
    isParallel: perhaps(fc.constant(true)),
    members: fc.tuple(...people.map(() => perhaps(role))),
    seats: seldom(fc.nat({ max: 2 })),
    rounds: fc
      .tuple(firstRound, fc.array(round, { maxLength: rounds - 1, size: "max" }))
      .map(([first, others]) => [first, ...others]),
  });
}
