import { z } from "zod";

const text = z.string().optional().catch(undefined);

const Payload = z.object({
  exp: z
    .number()
    .positive()
    .max(8.64e12 / 1000)
    .optional()
    .catch(undefined),
  jti: text,
  sub: text,
  id: text,
  apiTokenId: text,
});

/** What a token says of itself. */
export interface TokenClaims {
  expiry?: Date | undefined;
  /** What may be its id, in lower case. */
  ids: readonly string[];
}

/**
 * What an API token says of itself, which Losant alone can verify. Losant's tokens are JSON Web Tokens (assumed, from the
 * examples of its documentation); nothing is known of any other.
 */
export function tokenClaims(token: string): TokenClaims {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return { ids: [] };
  try {
    const { exp, ...ids } = Payload.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
    return {
      expiry: exp === undefined ? undefined : new Date(exp * 1000),
      ids: Object.values(ids).flatMap((id) => id?.toLowerCase() ?? []),
    };
  } catch {
    return { ids: [] };
  }
}
