import type { z } from "zod";
import { member } from "./member";

/** A person with a Losant account, member of something or not. */
export const person = member.pick({
  userId: true,
  firstName: true,
  lastName: true,
  email: true,
  avatarUrl: true,
  twoFactorAuthEnabled: true,
  ssoLinked: true,
});

/** A person with a Losant account. */
export type Person = z.infer<typeof person>;
