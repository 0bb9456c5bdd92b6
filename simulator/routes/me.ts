import { actorOf } from "../rules/access";
import { formatPerson, formatRecent } from "../wire/person";
import { flag, summaryParameters } from "./query";
import { noBody, route } from "./route";

/** GET /me: the authenticated user. */
export const meGet = route({
  action: "me.get",
  type: "me",
  method: "GET",
  path: "/me",
  query: { includeRecent: flag.default(false), ...summaryParameters },
  body: noBody,
  handle: ({ store, query }) => {
    const person = actorOf(store);
    const recent = query.includeRecent ? formatRecent(store, person) : {};
    return { ...formatPerson(store, person, query), ...recent };
  },
});
