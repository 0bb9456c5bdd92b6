import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { getProxyForUrl } from "proxy-from-env";
import { checkedProxy, isLoopback } from "./setting-values";

/**
 * Connections to the API's address, kept open: through the proxy that the environment names, or straight. This
 * machine is never reached through a proxy, and so plain http never is.
 */
export class Connections {
  readonly #isSecure: boolean;
  readonly #proxy: URL | undefined;
  readonly #options: { keepAlive: true; maxSockets: number };
  #agent: Promise<HttpAgent> | undefined;

  constructor(apiUrl: string, most: number) {
    const { protocol, hostname } = new URL(apiUrl);
    const proxy = isLoopback(hostname) ? "" : getProxyForUrl(apiUrl);
    this.#isSecure = protocol === "https:";
    this.#proxy = proxy ? checkedProxy(proxy) : undefined;
    this.#options = { keepAlive: true, maxSockets: most };
  }

  /** Whether requests go through a proxy. */
  get areProxied(): boolean {
    return this.#proxy !== undefined;
  }

  /** What opens the connections; made once. */
  agent(): Promise<HttpAgent> {
    this.#agent ??= this.#makeAgent();
    return this.#agent;
  }

  async #makeAgent(): Promise<HttpAgent> {
    if (!this.#proxy) return this.#isSecure ? new HttpsAgent(this.#options) : new HttpAgent(this.#options);
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    return new HttpsProxyAgent(this.#proxy, this.#options);
  }
}
