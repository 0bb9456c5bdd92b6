import { Hono } from "hono";
import { z } from "zod";
import { count } from "../entities/primitives";
import { parse, readJson } from "../routes/parse";
import type { Control } from "./control";

const advance = z.strictObject({ advanceMs: count.max(100 * 365 * 24 * 60 * 60 * 1000) });

/** `POST` lets time pass and tells the new time. */
export const clockRoutes = ({ store }: Control): Hono =>
  new Hono().post("/clock", async (context) => {
    const { advanceMs } = parse(advance, await readJson(context), "body");
    store.state.clockAheadMs += advanceMs;
    store.save();
    return context.json({ now: store.isoNow() });
  });
