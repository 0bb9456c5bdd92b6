import { z } from "zod";

const Payload = z.object({
  exp: z
    .number()
    .positive()
    .max(8.64e12 / 1000),
});

/**
 * When an API token expires, as the token itself says; undefined where it says nothing. Losant's tokens are JSON Web
 * Tokens (assumed, from the examples of its documentation); nothing but that date is read of one.
 */
export function tokenExpiry(token: string): Date | undefined {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const { exp } = Payload.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
    return new Date(exp * 1000);
  } catch {
    return undefined;
  }
}
