import { z } from "zod";
import type { Organization } from "../entities/organization";
import { actorOf } from "../rules/access";
import { newOrganization } from "../store/seed";
import { formatOrganization } from "../wire/organization";
import { organizationsOf } from "../wire/person";
import { globMatches } from "./glob";
import { settingsPatch } from "./org";
import { summaryParameters, wholeNumber } from "./query";
import { noBody, route } from "./route";

const sortField = z.enum(["name", "id", "creationDate", "lastUpdated"]).default("name");
const sortDirection = z.enum(["asc", "desc"]).default("asc");

const sorted = (
  organizations: readonly Organization[],
  field: z.output<typeof sortField>,
  direction: z.output<typeof sortDirection>,
) => {
  const sign = direction === "asc" ? 1 : -1;
  return organizations.toSorted((left, right) => sign * left[field].localeCompare(right[field], "en"));
};

// Vendor's documentation: a blank filter is no filter.
const matching = (organizations: readonly Organization[], filter: string | undefined) =>
  filter ? organizations.filter((organization) => globMatches(filter, organization.name)) : organizations;

/** GET /orgs: a page of the organizations of which the token's person is a member. At most 1000 on a page (assumed). */
export const orgsGet = route({
  action: "orgs.get",
  type: "organizations",
  method: "GET",
  path: "/orgs",
  query: {
    sortField,
    sortDirection,
    page: wholeNumber.default(0),
    perPage: wholeNumber.pipe(z.number().min(1).max(1000)).default(100),
    filterField: z.enum(["name", ""]).optional(),
    filter: z.string().optional(),
    ...summaryParameters,
  },
  body: noBody,
  handle: ({ store, query }) => {
    const { sortField, sortDirection, page, perPage, filterField, filter } = query;
    const all = matching(organizationsOf(store, store.state.userId), filterField && filter);
    const shown = sorted(all, sortField, sortDirection).slice(page * perPage, (page + 1) * perPage);
    const items = shown.map((organization) => formatOrganization(store, organization, query));
    const paging = { count: items.length, totalCount: all.length, perPage, page };
    return { items, ...paging, sortField, sortDirection, filterField, filter };
  },
});

// The vendor tells ordinary accounts to ask for an organization; a fault with status 403 shows that case.
/** POST /orgs: 201, with the token's person as its only member, an admin (assumed). */
export const orgsPost = route({
  action: "orgs.post",
  type: "organization",
  method: "POST",
  path: "/orgs",
  query: summaryParameters,
  body: settingsPatch.required({ name: true }),
  status: 201,
  handle: ({ store, query, body: { cardToken: _cardToken, ...settings } }) => {
    const fresh = newOrganization(store.nextId(), actorOf(store), store.isoNow());
    const organization = Object.assign(fresh, settings);
    store.state.organizations.push(organization);
    return formatOrganization(store, organization, query);
  },
});
