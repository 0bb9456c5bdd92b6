import { z } from "zod";
import { count } from "./primitives";

const limit = count.optional();

/** What an organization may hold; the keys are those of the vendor's schema org. A limit left out does not bind. */
export const limits = z.strictObject({
  apitoken: limit,
  application: limit,
  applicationcertificate: limit,
  applicationcertificateauthority: limit,
  applicationkey: limit,
  credential: limit,
  dashboard: limit,
  datatable: limit,
  device: limit,
  devicerecipe: limit,
  experiencedomain: limit,
  experienceendpoint: limit,
  experiencegroup: limit,
  experienceslug: limit,
  experienceuser: limit,
  experienceversion: limit,
  experienceview: limit,
  file: limit,
  flow: limit,
  integration: limit,
  notebook: limit,
  privatefile: limit,
  resourcejob: limit,
  webhook: limit,
  dataTTL: z.int().min(86400).optional(),
  member: limit,
  payload: limit,
  storage: limit,
  notebookMinutesPerRun: limit,
  notebookMinutesPerMonth: limit,
  notebookInParallel: limit,
  experienceFlowSlots: limit,
  applicationFlowSlots: limit,
  systemInterval: z.int().min(5).max(3600).optional(),
});

/** An organization's limits. */
export type Limits = z.infer<typeof limits>;

/** What a new organization may hold; room for 2000 members. */
export const standardLimits = (): Limits => ({
  apitoken: 100,
  application: 20,
  dashboard: 20,
  device: 10000,
  flow: 1000,
  webhook: 100,
  member: 2000,
  payload: 200000000,
  dataTTL: 15552000,
  systemInterval: 5,
});
