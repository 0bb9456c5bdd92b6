import { z } from "zod";
import type { Redact } from "./redaction";

const ErrorBody = z.looseObject({ type: z.string().optional(), message: z.string().optional() });

const longestMessage = 1000;

/** What a refusal says. Its body may be empty, plain text, HTML or of another shape. */
export function readBody(body: string, redact: Redact): { type?: string | undefined; message: string } {
  const { type, message = withoutTags(body) } = readJsonError(body) ?? {};
  return { type, message: shortened(redact(message)) };
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
