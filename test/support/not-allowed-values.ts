import { replacing } from "./answer-proxy";
import { idOf } from "./filled-organization";

/** What Losant may hold and no program may state, in the place of some of what the simulator has. */
export const notAllowed = replacing((_, value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if ("members" in value) return { ...value, name: "" };
  if (!("email" in value)) return value;
  return { ...value, ...Object.entries(odd).find(([email]) => email === value.email)?.[1] };
});
const odd = {
  "person1@example.com": { email: "müller" },
  "person4@example.com": { email: "bob@localhost" },
  "invited0@example.com": { email: "a b@x.com" },
  "person2@example.com": { applicationRoles: rolesOn(101) },
  "invited1@example.com": { dashboardRoles: [...rolesOn(1), ...rolesOn(1)] },
};

function rolesOn(resources: number) {
  return Array.from({ length: resources }, (_, at) => ({ resourceId: idOf(at), role: "view" }));
}
