import { Hono } from "hono";
import { z } from "zod";
import { routes } from "../routes/index";
import { parse, readJson } from "../routes/parse";
import type { Control } from "./control";

const actions = ["*", ...routes.map((route) => route.action)];

const endings = (fault: { status?: unknown; dropResponse?: unknown; reset?: unknown }) =>
  [fault.status, fault.dropResponse, fault.reset].filter(Boolean).length;

const fault = z
  .strictObject({
    action: z.enum(actions),
    times: z.int().min(1).default(1),
    status: z.int().min(300).max(599).optional(),
    retryAfter: z.union([z.number().min(0), z.string().min(1)]).optional(),
    latencyMs: z.number().min(0).max(3_600_000).optional(),
    dropResponse: z.boolean().optional(),
    reset: z.boolean().optional(),
  })
  .refine((candidate) => endings(candidate) <= 1, "status, dropResponse and reset exclude each other")
  .refine(
    (candidate) => endings(candidate) === 1 || candidate.latencyMs !== undefined,
    "one of status, dropResponse, reset and latencyMs is needed",
  )
  .refine(
    (candidate) => candidate.retryAfter === undefined || candidate.status !== undefined,
    "retryAfter goes with status only",
  );

/** `POST` adds a fault and gives those that wait. */
export const faultRoutes = ({ faults }: Control): Hono =>
  new Hono().post("/faults", async (context) => {
    faults.add(parse(fault, await readJson(context), "fault"));
    return context.json({ waiting: faults.report() });
  });
