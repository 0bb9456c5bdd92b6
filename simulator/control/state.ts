import { Hono } from "hono";
import { hasExpired } from "../entities/invite";
import { stateInput } from "../entities/state";
import { parse, readJson } from "../routes/parse";
import { completeState } from "../store/complete-state";
import type { Store } from "../store/store";
import { formatOrganization } from "../wire/organization";
import type { Control } from "./control";

const formatState = (store: Store) => {
  const { organizations, invites, ...others } = store.state;
  const now = store.now();
  const shownInvites = Object.entries(invites).map(([orgId, entries]) => [
    orgId,
    entries.map((invite) => ({ ...invite, hasExpired: hasExpired(invite, now) })),
  ]);
  return {
    ...others,
    organizations: organizations.map((organization) => formatOrganization(store, organization)),
    invites: Object.fromEntries(shownInvites),
  };
};

/** `GET` gives everything; `PUT` takes it back changed and gives the result; `POST /reset` goes back to the start. */
export const stateRoutes = ({ store, faults, requestCounts }: Control): Hono =>
  new Hono()
    .get("/state", (context) => context.json(formatState(store)))
    .put("/state", async (context) => {
      store.state = completeState(store, parse(stateInput, await readJson(context), "state"));
      store.save();
      return context.json(formatState(store));
    })
    .post("/reset", (context) => {
      resetAll({ store, faults, requestCounts });
      return context.body(null, 204);
    });

/** As at the start: state, clock, faults and counts. */
export const resetAll = ({ store, faults, requestCounts }: Control): void => {
  store.reset();
  faults.clear();
  requestCounts.clear();
};
