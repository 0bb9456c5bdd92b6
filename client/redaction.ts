import { printable } from "./printable";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** What stands where a secret was. */
export const redacted = "(secret)";

/**
 * Makes a function that takes secrets out of texts, as they are and as URLs, JSON and base64 write them: servers
 * echo what they were sent, and their words go into error messages.
 */
export function redactor(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets.filter((secret): secret is string => secret !== undefined && secret !== "");
  const spellings = [...new Set(known.flatMap(spellingsOf))]
    // A spelling that holds another one must go first, or its remainder would stay.
    .sort((one, other) => other.length - one.length);
  return (text) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, redacted), text);
}

function spellingsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const texts = [secret, inUrl(secret), inJson, inJson.replaceAll("/", "\\/"), printable(secret)];
  return [...texts, ...inBase64(secret)];
}

/** Fewer characters of base64 may stand in any text by chance. */
const leastBase64 = 8;

/**
 * The secret in base64 and base64url: alone, and inside of something longer, such as `Bearer <secret>` or
 * `user:<secret>`. How base64 writes it there depends on how many bytes go before it, counted in threes; the
 * characters that it shares with its neighbours are left out.
 */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inside = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64url");
    const isCut = (before + bytes.length) % 3 !== 0;
    return text.slice(before === 0 ? 0 : before + 1, isCut ? -1 : undefined);
  });
  return [...inside, bytes.toString("base64url")]
    .filter((text) => text.length >= leastBase64)
    .flatMap((text) => [text, inUrl(toBase64(text)), toBase64(text)]);
}

/** Text of base64url in base64. */
function toBase64(text: string): string {
  return text.replaceAll("-", "+").replaceAll("_", "/");
}

function inUrl(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
