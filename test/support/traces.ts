const base64Run = /[\w+/-]{8,}/g;
const percentRun = /(?:%[\da-f]{2})+/gi;

/** In which forms a text holds a secret: as it is, and as URLs, JSON and base64 write it. */
export function tracesOf(secret: string, text: string): string[] {
  const readings = { plain: text, "URL-encoded": withoutPercents(text), "in JSON": withoutEscapes(text) };
  const found = Object.entries(readings).filter(([, reading]) => reading.includes(secret));
  const isInBase64 = [text, withoutPercents(text)].some((reading) => holdsInBase64(secret, reading));
  return [...found.map(([form]) => form), ...(isInBase64 ? ["base64"] : [])];
}

function withoutPercents(text: string): string {
  return text.replace(percentRun, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString());
}

function withoutEscapes(text: string): string {
  return text.replace(/\\+(["\\/])/g, "$1");
}

/** Decodes whatever may be base64, at each of the four places where a group of its letters may begin. */
function holdsInBase64(secret: string, text: string): boolean {
  const runs = text.match(base64Run) ?? [];
  return runs.some((run) => [0, 1, 2, 3].some((start) => decode(run.slice(start)).includes(secret)));
}

function decode(run: string): string {
  return Buffer.from(run, "base64").toString("latin1");
}
