import { Hono } from "hono";
import { clockRoutes } from "./clock";
import type { Control } from "./control";
import { faultRoutes } from "./faults";
import { inviteRoutes } from "./invites";
import { requestRoutes } from "./requests";
import { stateRoutes } from "./state";

/** All control routes: for tests and demos, without a token, not counted, never hit by a fault. */
export const controlRoutes = (control: Control): Hono =>
  new Hono()
    .route("/", requestRoutes(control))
    .route("/", faultRoutes(control))
    .route("/", clockRoutes(control))
    .route("/", inviteRoutes(control))
    .route("/", stateRoutes(control));
