import { z } from "zod";
import type { Redact } from "./redaction";

const ErrorBody = z.looseObject({ type: z.string().optional(), message: z.string().optional() });

const longestMessage = 1000;
const longestHtml = 16_384;

/** What a refusal says. */
export interface RefusalBody {
  type: string | undefined;
  message: string;
  /** Whether it is in Losant's own form: JSON with `type` and `message`. */
  isLosantsForm: boolean;
}

/** Reads what a refusal says. Its body may be empty, plain text, HTML or of another shape. */
export function readBody(body: string | undefined, redact: Redact): RefusalBody {
  if (body === undefined)
    return { type: undefined, message: "a body too large to read", isLosantsForm: false };
  const { type, message } = readJsonError(body) ?? {};
  const isLosantsForm = type !== undefined && message !== undefined;
  return { type, message: shortened(redact(message ?? textOf(redact(body)))), isLosantsForm };
}

function readJsonError(body: string) {
  try {
    return ErrorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** The text of HTML. Only its beginning counts, as searching megabytes for tags takes seconds. */
function textOf(html: string): string {
  return html
    .slice(0, longestHtml)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function shortened(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
}
