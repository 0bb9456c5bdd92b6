import { z } from "zod";
import { newOrganization, settingsPatch } from "../entities/organization";
import { actorOf } from "../rules/access";
import { formatOrganization } from "../wire/organization";
import { organizationsOf } from "../wire/person";
import { pageOf, pageParameters } from "./page";
import { summaryParameters } from "./query";
import { noBody, route } from "./route";

/** GET /orgs: a page of the organizations of which the authenticated user is a member. */
export const orgsGet = route({
  action: "orgs.get",
  type: "organizations",
  method: "GET",
  path: "/orgs",
  query: {
    ...pageParameters,
    sortField: z.enum(["name", "id", "creationDate", "lastUpdated"]).default("name"),
    ...summaryParameters,
  },
  body: noBody,
  handle: ({ store, query }) => {
    const { shown, figures } = pageOf(organizationsOf(store, store.state.userId), query);
    return { items: shown.map((organization) => formatOrganization(store, organization, query)), ...figures };
  },
});

// The vendor tells ordinary accounts to ask for an organization; a fault with status 403 shows that case.
/** POST /orgs: 201, with the authenticated user as its only member, an admin (assumed). */
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
