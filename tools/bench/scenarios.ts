import { nothings, oneNothing, type Program, roster, single } from "./programs";

/** A step whose time is measured. */
export type Step = "plan" | "up" | "preview" | "change" | "destroy";

/** One thing to measure, against the floor. */
export interface Scenario {
  name: string;
  people: number;
  /** Whether the people are strangers to the organization, whom `up` invites; default: members. */
  areInvited?: boolean;
  program: Program;
  floor: Program;
  steps: Step[];
  /** Added to every answer of the simulator, in milliseconds. */
  latencies: number[];
  /** Whether `pulumi-losant plan` is compared with the preview that it runs. */
  hasPlanCommand?: boolean;
}

const members = [10, 100, 500].map(
  (people): Scenario => ({
    name: `${people} OrgMembers`,
    people,
    program: single("OrgMember"),
    floor: nothings,
    steps: ["up", "preview", "destroy"],
    latencies: [0, 100],
  }),
);

/** `plan` is the preview before the first `up`. */
const invites = [100, 1000].flatMap((people): Scenario[] => [
  {
    name: `${people} OrgMemberships to invite`,
    people,
    areInvited: true,
    program: single("OrgMembership"),
    floor: nothings,
    steps: ["plan", "up"],
    latencies: [0],
  },
  {
    name: `roster of ${people} to invite`,
    people,
    areInvited: true,
    program: roster,
    floor: oneNothing,
    steps: ["plan", "up"],
    latencies: [0],
  },
]);

/** What `npm run bench` measures. */
export const scenarios: Scenario[] = [
  ...members,
  ...invites,
  ...[100, 500, 1000].map(
    (people): Scenario => ({
      name: `${people} OrgMemberships`,
      people,
      program: single("OrgMembership"),
      floor: nothings,
      steps: people === 1000 ? ["up", "preview"] : ["plan", "up", "preview"],
      latencies: [0],
      hasPlanCommand: people === 500,
    }),
  ),
  {
    name: "roster of 1000",
    people: 1000,
    hasPlanCommand: true,
    program: roster,
    floor: oneNothing,
    steps: ["up", "preview"],
    latencies: [0, 100],
  },
  {
    name: "roster of 200, all roles changed",
    people: 200,
    program: roster,
    floor: oneNothing,
    steps: ["up", "change"],
    latencies: [100],
  },
  {
    name: "200 OrgMemberships, all roles changed",
    people: 200,
    program: single("OrgMembership"),
    floor: nothings,
    steps: ["up", "change"],
    latencies: [100],
  },
];
