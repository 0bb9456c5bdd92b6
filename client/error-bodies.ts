import { z } from "zod";
import type { Redact } from "./redaction";

const ErrorBody = z.looseObject({ type: z.string().optional(), message: z.string().optional() });

const longestMessage = 1000;

/** What a refusal says. */
export interface RefusalBody {
  type: string | undefined;
  message: string;
  /** Whether it is in Losant's own form: JSON with `type` and `message`. */
  isLosantsForm: boolean;
}

/** Reads what a refusal says. Its body may be empty, plain text, HTML or of another shape. */
export function readBody(body: string, redact: Redact): RefusalBody {
  const { type, message } = readJsonError(body) ?? {};
  const isLosantsForm = type !== undefined && message !== undefined;
  return { type, message: shortened(redact(message ?? withoutTags(body))), isLosantsForm };
}

function readJsonError(body: string) {
  try {
    return ErrorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function withoutTags(text: string): string {
  return text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function shortened(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text;
}
