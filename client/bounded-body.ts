/** The body of an answer, as `fetch` gives it. */
export type Body = AsyncIterable<Uint8Array | string>;

/** The most that is read of an answer, in bytes: an answer without end must not fill the memory. */
export const largestBody = 32 * 1024 * 1024;

/** Reads a body as text; undefined where it is larger than allowed, of which the rest is not read. */
export async function readBounded(body: Body | null, limit = largestBody): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
