import { ConfigurationError } from "./errors";

/** Where one setting may come from, and what it means. */
export interface Setting {
  readonly environment: string;
  readonly stack: string;
  readonly meaning: string;
}

/** Every setting; the environment wins over the stack's configuration. */
export const settings = {
  apiToken: {
    environment: "LOSANT_API_TOKEN",
    stack: "losant:apiToken",
    meaning: "the API token of an administrator; set it with --secret",
  },
  apiUrl: {
    environment: "LOSANT_API_URL",
    stack: "losant:apiUrl",
    meaning: "the API's address; default https://api.losant.com",
  },
  domain: {
    environment: "LOSANT_DOMAIN",
    stack: "losant:domain",
    meaning: "the domain scope, sent as the losantdomain header; default none",
  },
  requestTimeout: {
    environment: "LOSANT_REQUEST_TIMEOUT",
    stack: "losant:requestTimeout",
    meaning: "seconds per request; default 30",
  },
  maxAttempts: {
    environment: "LOSANT_MAX_ATTEMPTS",
    stack: "losant:maxAttempts",
    meaning: "tries per request; default 5",
  },
  minAdmins: {
    environment: "LOSANT_MIN_ADMINS",
    stack: "losant:minAdmins",
    meaning: "accepted admins that an organization always keeps; default 1",
  },
  maxRemovals: {
    environment: "LOSANT_MAX_REMOVALS",
    stack: "losant:maxRemovals",
    meaning: "removals allowed in one run, a number or a share; default a quarter, at least 3",
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** Where settings are read from. `stack` is asked by the key without its `losant:`. */
export interface SettingSource {
  environment: Record<string, string | undefined>;
  stack: (key: string) => string | undefined;
}

/** How to reach the API. */
export interface ConnectionSettings {
  apiToken: string | undefined;
  /** Without a trailing slash. */
  apiUrl: string;
  domain: string | undefined;
  /** Seconds. */
  requestTimeout: number;
  maxAttempts: number;
}

/** Says how to give a token. */
export const missingTokenMessage =
  "No API token is set. Set the environment variable LOSANT_API_TOKEN, or run " +
  '"pulumi config set --secret losant:apiToken".';

/** Reads one setting and where it came from; an empty environment variable counts as unset. */
export function readSetting(
  name: SettingName,
  source: SettingSource,
): { value: string; origin: string } | undefined {
  const { environment, stack } = settings[name];
  const fromEnvironment = source.environment[environment]?.trim();
  if (fromEnvironment) return { value: fromEnvironment, origin: environment };
  const fromStack = source.stack(name)?.trim();
  return fromStack ? { value: fromStack, origin: stack } : undefined;
}

/**
 * Reads how to reach the API. A missing token is no error here: calls say so.
 *
 * @throws ConfigurationError for a value that cannot be used.
 * @example
 * ```ts
 * import { connectionSettings, LosantClient } from "pulumi-losant/client";
 *
 * const source = { environment: process.env, stack: () => undefined };
 * const client = new LosantClient(connectionSettings(source));
 * ```
 */
export function connectionSettings(source: SettingSource): ConnectionSettings {
  return {
    apiToken: apiToken(source),
    apiUrl: apiUrl(source),
    domain: readSetting("domain", source)?.value,
    requestTimeout: wholeNumber("requestTimeout", source, { least: 1, most: 3600, otherwise: 30 }),
    maxAttempts: wholeNumber("maxAttempts", source, { least: 1, most: 20, otherwise: 5 }),
  };
}

function apiToken(source: SettingSource): string | undefined {
  const setting = readSetting("apiToken", source);
  if (setting && !/^[\x21-\x7e]+$/.test(setting.value)) {
    throw new ConfigurationError(`${setting.origin} has blanks or other characters that no token has`);
  }
  return setting?.value;
}

function apiUrl(source: SettingSource): string {
  const setting = readSetting("apiUrl", source);
  return setting ? checkedUrl(setting.value, setting.origin) : "https://api.losant.com";
}

/** Checks the API's address: the token goes there, so it must be https, or this very machine. */
export function checkedUrl(text: string, origin: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new ConfigurationError(`${origin} must be an address such as https://api.losant.com`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(`${origin} must be an address alone: no user, password, query or fragment`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new ConfigurationError(`${origin} must begin with https://; plain http is for this machine only`);
  }
  return url.href.replace(/\/+$/, "");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function wholeNumber(
  name: SettingName,
  source: SettingSource,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const setting = readSetting(name, source);
  if (!setting) return otherwise;
  const value = /^\d+$/.test(setting.value) ? Number(setting.value) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ConfigurationError(`${setting.origin} must be a whole number from ${least} to ${most}`);
}
