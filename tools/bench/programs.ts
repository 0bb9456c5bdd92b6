/** How many people a program is about, and in which role. */
export interface Size {
  people: number;
  role: string;
}

/** Makes the text of a program in JavaScript. */
export type Program = (orgId: string, size: Size) => string;

const emails = (people: number) =>
  Array.from({ length: people }, (_, index) => `person-${index}@example.com`);

const eachPerson = (people: number, line: string) =>
  `for (const email of ${JSON.stringify(emails(people))}) ${line}`;

/** One resource of a class for each person. */
export const single =
  (kind: "OrgMember" | "OrgMembership"): Program =>
  (orgId, { people, role }) =>
    eachPerson(people, `new losant.${kind}(email, { orgId: "${orgId}", email, role: "${role}" });`);

/** One roster for everybody. */
export const roster: Program = (orgId, { people, role }) => {
  const members = Object.fromEntries([
    ["owner@example.com", "admin"],
    ...emails(people).map((email) => [email, role]),
  ]);
  return `new losant.OrgRoster("everybody", { orgId: "${orgId}", members: ${JSON.stringify(members)} });`;
};

/** As many resources that do nothing, with about as many properties: what the engine itself costs. */
export const nothings: Program = (orgId, { people, role }) =>
  `${nothing}\n${eachPerson(people, `new Nothing(email, { orgId: "${orgId}", email, role: "${role}" });`)}`;

/** One resource that does nothing. */
export const oneNothing: Program = (orgId, { role }) =>
  `${nothing}\nnew Nothing("nothing", { orgId: "${orgId}", email: "nobody@example.com", role: "${role}" });`;

const nothing = `
const pulumi = require("@pulumi/pulumi");
const __provider = 'exports.handler = () => require("module").createRequire(process.cwd() + "/")("./nothing.js").nothing()';
class Nothing extends pulumi.CustomResource {
  constructor(name, args) {
    super("pulumi-nodejs:dynamic/floor:Nothing", name, { ...args, __provider });
  }
}`;

/** The provider of the resource that does nothing. */
export const nothingProvider = `
exports.nothing = () => ({
  check: async (olds, news) => ({ inputs: news }),
  diff: async (id, olds, news) => ({ changes: olds.role !== news.role }),
  create: async (news) => ({ id: news.email, outs: outputs(news) }),
  read: async (id, props) => ({ id, props, inputs: { orgId: props.orgId, email: props.email, role: props.role } }),
  update: async (id, olds, news) => ({ outs: outputs(news) }),
  delete: async () => {},
});
const outputs = ({ orgId, email, role }) => ({
  orgId, email, role, userId: "575ed70c7ae143cd83dc4aa9", applicationRoles: [], dashboardRoles: [],
  firstName: "Nobody", lastName: "", twoFactorEnabled: false, ssoLinked: false,
});`;
