import { type Context, Hono } from "hono";
import { z } from "zod";
import { email, id } from "../entities/primitives";
import { parse, readJson } from "../routes/parse";
import { acceptInvite, findInvite, withdrawInvite } from "../rules/answer-invite";
import type { Control } from "./control";

const answer = z.strictObject({ orgId: id, email });

const readAnswer = async (context: Context) => parse(answer, await readJson(context), "body");

/** `POST` lets the invited person accept or decline: 404 without an invite, 410 after it has ended. */
export const inviteRoutes = ({ store }: Control): Hono =>
  new Hono()
    .post("/accept", async (context) => {
      const { orgId, email } = await readAnswer(context);
      const { userId } = acceptInvite(store, findInvite(store, orgId, email));
      store.save();
      return context.json({ userId });
    })
    .post("/decline", async (context) => {
      const { orgId, email } = await readAnswer(context);
      withdrawInvite(store, findInvite(store, orgId, email));
      store.save();
      return context.body(null, 204);
    });
