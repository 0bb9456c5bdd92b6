/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** What stands where a secret was. */
export const redacted = "(secret)";

/**
 * Makes a function that takes secrets out of texts, as they are and as URLs and JSON write them: servers echo
 * what they were sent, and their words go into error messages.
 */
export function redactor(secrets: readonly (string | undefined)[]): Redact {
  const spellings = secrets
    .filter((secret): secret is string => secret !== undefined && secret !== "")
    .flatMap(spellingsOf)
    // A spelling that holds another one must go first, or its remainder would stay.
    .sort((one, other) => other.length - one.length);
  return (text) => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, redacted), text);
}

function spellingsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [secret, encodeURIComponent(Buffer.from(secret).toString()), inJson, inJson.replaceAll("/", "\\/")];
}
