import type { Plan } from "./plan";

/** What GitLab's widget for infrastructure shows of a plan, in people: `artifacts:reports:terraform` takes it. */
export function widgetOf({ organizations }: Plan): { create: number; update: number; delete: number } {
  const people = organizations.flatMap((one) => one.people);
  const count = (...does: string[]) => people.filter((one) => does.includes(one.does)).length;
  const terms = people.filter(({ does, termsBefore }) => does === "keep" && termsBefore !== undefined);
  const settings = organizations.flatMap((one) => one.settings);
  const update = count("change roles") + terms.length + settings.length;
  return { create: count("invite"), update, delete: count("remove", "revoke") };
}
