import { Hono } from "hono";
import type { Control } from "./control";

/** `GET` tells how many calls there were by action; `DELETE` starts counting again. */
export const requestRoutes = ({ requestCounts }: Control): Hono =>
  new Hono()
    .get("/requests", (context) => context.json(requestCounts.report()))
    .delete("/requests", (context) => {
      requestCounts.clear();
      return context.body(null, 204);
    });
