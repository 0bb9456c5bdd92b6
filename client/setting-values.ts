import { ConfigurationError } from "./errors";

/** The least and the most that a number may be. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** Seconds per request. */
export const timeoutLimits: Limits = { least: 1, most: 3600 };
/** Tries per request. */
export const attemptLimits: Limits = { least: 1, most: 20 };

const visible = /^[\x21-\x7e]+$/;

const quoted = /^["'`]|["'`]$/;

/** Checks a token; the message never shows it. */
export function checkedToken(text: string, origin: string): string {
  if (quoted.test(text)) {
    throw new ConfigurationError(
      `${origin} is in quotes, which no API token has (docker --env-file keeps them); set it to the token alone`,
    );
  }
  if (visible.test(text)) return text;
  throw new ConfigurationError(
    `${origin} has blanks, line ends or other characters that no API token has; set it to the token alone`,
  );
}

/** Checks a domain scope, which goes out as a header. */
export function checkedDomain(text: string, origin: string): string {
  if (visible.test(text)) return text;
  throw new ConfigurationError(
    `${origin} is ${JSON.stringify(text)}; it must be a domain such as example.com`,
  );
}

/** Checks a whole number. */
export function checkedNumber(value: number | string, origin: string, { least, most }: Limits): number {
  const isWhole = typeof value === "number" ? Number.isInteger(value) : /^\d+$/.test(value);
  if (isWhole && Number(value) >= least && Number(value) <= most) return Number(value);
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value);
  throw new ConfigurationError(`${origin} is ${shown}; it must be a whole number from ${least} to ${most}`);
}

/**
 * Checks the API's address and takes its trailing slashes off. The token goes there, so it must be https, or
 * this very machine. The messages do not show the address, as it may hold a password.
 */
export function checkedUrl(text: string, origin: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const problem = url ? problemOf(url) : "must be an address such as https://api.losant.com";
  if (url && problem === undefined) return url.href.replace(/\/+$/, "");
  throw new ConfigurationError(`${origin} ${problem}`);
}

function problemOf(url: URL): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return "must begin with https://, such as https://api.losant.com";
  }
  if (url.username || url.password || url.search || url.hash) {
    return "must be an address alone: no user, password, query or fragment";
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return "must begin with https://; plain http is for this machine only, as the token would go in the open";
  }
  return undefined;
}

/** Checks a proxy's address; it may hold a password, so the message does not show it. */
export function checkedProxy(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ["http:", "https:"].includes(url.protocol)) return url;
  throw new ConfigurationError(
    "HTTPS_PROXY (or ALL_PROXY) must be the address of an HTTP proxy, such as http://proxy.example.com:3128",
  );
}

/** Whether a host name or address is this machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
