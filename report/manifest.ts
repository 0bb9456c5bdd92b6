import { createHash } from "node:crypto";
import { z } from "zod";
import { isComplete, type Report } from "./report";

/** What an evidence folder holds, and how it came about. */
export const Manifest = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal("pulumi-losant"), version: z.string() }),
  /** The moment that the report is about. */
  madeAt: z.string(),
  token: z.object({ email: z.string(), userId: z.string() }).nullable(),
  organizations: z.array(z.object({ orgId: z.string(), name: z.string() })),
  /** Whether all lists are whole. */
  isComplete: z.boolean(),
  unread: z.array(
    z.object({ orgId: z.string(), name: z.string().nullable(), what: z.string(), problem: z.string() }),
  ),
  listings: z.array(
    z.object({ orgId: z.string(), what: z.string(), items: z.number(), isComplete: z.boolean() }),
  ),
  /** Each answer in the order in which they came, of tries that failed too; the time is Losant's, where it says one. */
  requests: z.array(z.object({ request: z.string(), status: z.number(), answeredAt: z.string().nullable() })),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest of a report's files. */
export function manifestOf(
  report: Report,
  files: Readonly<Record<string, string>>,
  requests: Manifest["requests"],
): Manifest {
  const { toolVersion, madeAt, token, organizations, unread } = report;
  return {
    version: 1,
    tool: { name: "pulumi-losant", version: toolVersion },
    madeAt,
    token,
    organizations: organizations.map(({ orgId, name }) => ({ orgId, name })),
    isComplete: isComplete(report),
    unread,
    listings: organizations.flatMap(({ orgId, listings }) => listings.map((one) => ({ orgId, ...one }))),
    requests,
    files: Object.entries(files).map(([name, text]) => ({
      name,
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
    })),
  };
}
