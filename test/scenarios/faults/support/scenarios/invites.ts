import type { InProcessLosant } from "../in-process-losant";
import { ann, bob, day, type invite, orgId, roles, type Scenario } from "./scenario";

const declinedLongAgo = async (losant: InProcessLosant) => {
  await losant.control("POST", "decline", { orgId, email: ann });
  losant.advance(8 * day);
};

/** The two classes that invite one person, in the same situations. */
export const inviting = (label: string, make: typeof invite): Scenario[] => [
  { name: `${label}-create`, program: { ann: make(ann, "view", { applicationRoles: roles }) } },
  {
    name: `${label}-adopt-other-role`,
    seed: (state) => void state.invites[orgId]?.push({ email: ann, role: "edit" }),
    program: { ann: make(ann, "view") },
  },
  { name: `${label}-same`, before: { ann: make(ann, "view") }, program: { ann: make(ann, "view") } },
  { name: `${label}-role`, before: { ann: make(ann, "view") }, program: { ann: make(ann, "edit") } },
  {
    name: `${label}-roles-taken-out`,
    before: { ann: make(ann, "view", { applicationRoles: roles }) },
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-resend`,
    before: { ann: make(ann, "view", { resend: "1" }) },
    program: { ann: make(ann, "view", { resend: "2" }) },
  },
  {
    name: `${label}-transfer`,
    before: { ann: make(ann, "view") },
    program: { ann: make(ann, "view", { disallowTransfer: false }) },
  },
  {
    name: `${label}-expired`,
    before: { ann: make(ann, "view") },
    act: async (losant) => losant.advance(60 * day),
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-declined`,
    before: { ann: make(ann, "view") },
    act: declinedLongAgo,
    program: { ann: make(ann, "view") },
  },
  {
    name: `${label}-few-seats`,
    seed: (state) => Object.assign(state.organizations[0] ?? {}, { limits: { member: 5 } }),
    before: { ann: make(ann, "view") },
    program: { ann: make(ann, "edit") },
  },
  {
    name: `${label}-delete`,
    before: { ann: make(ann, "view"), bob: make(bob, "view") },
    program: { bob: make(bob, "view") },
  },
  { name: `${label}-rename`, before: { ann: make(ann, "view") }, program: { renamed: make(ann, "view") } },
  {
    name: `${label}-swap`,
    before: { one: make(ann, "view"), two: make(bob, "edit") },
    program: { one: make(bob, "view"), two: make(ann, "edit") },
  },
  {
    name: `${label}-replace`,
    before: { one: make(ann, "view") },
    program: { one: make(bob, "view") },
  },
];
