import type { Act, History, Trouble } from "./actions";
import { noCount, runHistory } from "./history";
import { inProcess } from "./in-process";

/** A history without tight limits; each round is its acts, and the trouble of its up. */
function historyOf(...rounds: [Act[], ...Trouble[]][]): History {
  return {
    minAdmins: 1,
    maxRemovals: undefined,
    members: ["view", "view", undefined, undefined, undefined],
    seats: undefined,
    rounds: rounds.map(([acts, ...trouble]) => ({ acts, trouble, previewTrouble: [] })),
  };
}

/** The same with a last round that reads nothing before it begins, and has no preview. */
function atOnce(history: History): History {
  const [last, ...others] = [...history.rounds].reverse();
  if (last === undefined) return history;
  const rounds = [...others.reverse(), { ...last, previewTrouble: undefined, isUnrefreshed: true }];
  return { ...history, rounds };
}

const enroll = (who: number): Act => ({ act: "enroll", who, desired: { role: "view" } });
const takeOut = (who: number): Act => ({ act: "take out", who });
const declare = (kind: "OrgInvite" | "OrgMembership", more: { until?: number } = {}): Act => ({
  act: "declare",
  who: 0,
  kind,
  desired: { role: "view", ...more },
});

/** What random histories have found, each as short as it got. */
const found: Record<string, History> = {
  "a roster forgets who is gone after a removal whose answer was lost": historyOf(
    [[enroll(0), enroll(1)]],
    [[takeOut(0)], { at: 4, times: 2, kind: "lost" }],
  ),
  "who moves out of a roster to OrgMembership is kept though their address has changed": historyOf(
    [[enroll(0), enroll(1)]],
    [[declare("OrgMembership"), { act: "change address", who: 0 }]],
  ),
  "who moves out of a roster to OrgInvite is kept though their address has changed": historyOf(
    [[enroll(0), enroll(1)]],
    [[declare("OrgInvite"), { act: "change address", who: 0 }]],
  ),
  "who accepts while the organization is read, and is off the roster, is removed": historyOf(
    [[enroll(2)]],
    [[takeOut(2)], { at: 2, kind: "accept", who: 2 }],
  ),
  "who accepts while the organization is read, and is taken out, is removed": historyOf(
    [[{ act: "declare", who: 2, kind: "OrgMembership", desired: { role: "view" } }]],
    [[takeOut(2)], { at: 2, kind: "accept", who: 2 }],
  ),
  "who declines while the roster goes on is not invited again at once": {
    ...historyOf([[enroll(2), enroll(3)], { at: 6, kind: "decline", who: 2 }]),
    seats: 2,
  },
  "who moves into a roster is kept though their address is somebody else's": historyOf(
    [[declare("OrgMembership")]],
    [[enroll(0), { act: "pass on address", who: 0 }]],
  ),
  "who has the address of somebody whose access has ended is not ended with them": historyOf(
    [[{ act: "enroll", who: 1, desired: { role: "view", until: -1 } }, declare("OrgInvite")]],
    [[{ act: "swap addresses", who: 0, other: 1 }]],
  ),
  "who cannot be checked is kept, though the roster that let them go goes on": atOnce(
    historyOf([[enroll(0), enroll(1)]], [[declare("OrgInvite")]], [[], { at: 1, times: 1, kind: "refused" }]),
  ),
  "who cannot be checked is kept, though by this machine's clock their access has ended": {
    ...historyOf(
      [[enroll(0), enroll(1)]],
      [[declare("OrgInvite", { until: 3 })], { at: 3, times: 2, kind: "refused" }],
    ),
    others: ["everybody"],
  },
};

describe("histories that were found", () => {
  for (const [name, history] of Object.entries(found)) {
    it(name, () => runHistory(history, inProcess, noCount()));
  }
});
