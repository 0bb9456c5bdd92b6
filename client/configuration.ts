import {
  attemptLimits,
  checkedDomain,
  checkedNumber,
  checkedToken,
  checkedUrl,
  timeoutLimits,
} from "./setting-values";

/** Where one setting may come from, what it is without, and what it means. */
export interface Setting {
  /** The environment variable; it wins. */
  readonly environment: string;
  /** The key in the stack's configuration. */
  readonly stack: string;
  /** The value where nothing is set, or in words what applies then. */
  readonly default: string;
  readonly meaning: string;
  /** How a program and a stack's configuration state it; a number or a text is a text. */
  readonly type: "string" | "integer";
  readonly isSecret?: true;
}

/** Every setting; the environment wins over the stack's configuration. */
export const settings = {
  apiToken: {
    environment: "LOSANT_API_TOKEN",
    stack: "losant:apiToken",
    default: "none",
    meaning: "the API token of an administrator; set it with --secret",
    type: "string",
    isSecret: true,
  },
  apiUrl: {
    environment: "LOSANT_API_URL",
    stack: "losant:apiUrl",
    default: "https://api.losant.com",
    meaning: "the API's address; plain http only on this machine",
    type: "string",
  },
  domain: {
    environment: "LOSANT_DOMAIN",
    stack: "losant:domain",
    default: "none",
    meaning: "the domain scope, sent as the losantdomain header",
    type: "string",
  },
  requestTimeout: {
    environment: "LOSANT_REQUEST_TIMEOUT",
    stack: "losant:requestTimeout",
    default: "30",
    meaning: "seconds per request, 1 to 3600",
    type: "integer",
  },
  maxAttempts: {
    environment: "LOSANT_MAX_ATTEMPTS",
    stack: "losant:maxAttempts",
    default: "5",
    meaning: "tries per request, 1 to 20",
    type: "integer",
  },
  minAdmins: {
    environment: "LOSANT_MIN_ADMINS",
    stack: "losant:minAdmins",
    default: "1",
    meaning: "accepted admins that an organization always keeps",
    type: "integer",
  },
  maxRemovals: {
    environment: "LOSANT_MAX_REMOVALS",
    stack: "losant:maxRemovals",
    default: "a quarter of members plus unexpired invites at the start of the run, at least 3",
    meaning: "removals allowed in one run, a number or a share",
    type: "string",
  },
  unmanaged: {
    environment: "LOSANT_UNMANAGED",
    stack: "losant:unmanaged",
    default: "what each OrgRoster says",
    meaning: "warn or fail, for every OrgRoster that is less strict about people whom it does not name",
    type: "string",
  },
  requireTwoFactor: {
    environment: "LOSANT_REQUIRE_TWO_FACTOR",
    stack: "losant:requireTwoFactor",
    default: "what each OrgRoster and OrgMembership says",
    meaning:
      "admins or all: of whom a second factor is asked, whatever the class; nobody becomes an admin without one",
    type: "string",
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** Where settings are read from. `stack` is asked by the key without its `losant:`. */
export interface SettingSource {
  environment: Record<string, string | undefined>;
  stack: (key: string) => string | undefined;
}

/** How to reach the API, as `LosantClient` takes it. */
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
  '"pulumi config set --secret losant:apiToken". (A refresh uses the configuration recorded at the last "pulumi up": ' +
  "on an existing stack set the variable; without the native plugin, --refresh=false helps once too.)";

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
 * @throws ConfigurationError for a value that cannot be used: where it came from, its problem, what is allowed;
 * never the token.
 * @example
 * ```ts
 * import { connectionSettings, LosantClient } from "pulumi-losant/client";
 *
 * const source = { environment: process.env, stack: () => undefined };
 * const client = new LosantClient(connectionSettings(source));
 * ```
 */
export function connectionSettings(source: SettingSource): ConnectionSettings {
  const read = <Value>(name: SettingName, check: (value: string, origin: string) => Value) => {
    const setting = readSetting(name, source);
    return setting && check(setting.value, setting.origin);
  };
  return {
    apiToken: read("apiToken", checkedToken),
    apiUrl: read("apiUrl", checkedUrl) ?? settings.apiUrl.default,
    domain: read("domain", checkedDomain),
    requestTimeout: read("requestTimeout", seconds) ?? Number(settings.requestTimeout.default),
    maxAttempts: read("maxAttempts", attempts) ?? Number(settings.maxAttempts.default),
  };
}

function seconds(value: string, origin: string): number {
  return checkedNumber(value, origin, timeoutLimits);
}

function attempts(value: string, origin: string): number {
  return checkedNumber(value, origin, attemptLimits);
}
