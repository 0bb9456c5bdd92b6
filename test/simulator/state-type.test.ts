import assert from "node:assert/strict";
import type { StateInput } from "../../simulator/entities/state";
import type { SimulatorState } from "../../simulator/index";

/** `true` where two types take each other's values and have the same keys, all the way down. */
type Same<One, Other> = [One] extends [Other]
  ? [Other] extends [One]
    ? SameKeys<One, Other>
    : never
  : never;
type SameKeys<One, Other> = [keyof One] extends [keyof Other]
  ? [keyof Other] extends [keyof One]
    ? true
    : never
  : never;
type Organization<State extends { organizations: unknown[] }> = State["organizations"][number];
type Member<State extends { organizations: { members: unknown[] }[] }> =
  State["organizations"][number]["members"][number];
type Invite<State extends { invites: Record<string, unknown[]> }> = State["invites"][string][number];

/* What is documented and what is taken. When the two drift apart, this does not compile. */
const same: {
  state: Same<SimulatorState, StateInput>;
  organizations: Same<Organization<SimulatorState>, Organization<StateInput>>;
  limits: Same<Organization<SimulatorState>["limits"], Organization<StateInput>["limits"]>;
  members: Same<Member<SimulatorState>, Member<StateInput>>;
  invites: Same<Invite<SimulatorState>, Invite<StateInput>>;
} = { state: true, organizations: true, limits: true, members: true, invites: true };

describe("the documented state", () => {
  for (const [part, isSame] of Object.entries(same)) {
    it(`has what the simulator takes: ${part}`, () => assert.equal(isSame, true));
  }
});
