import { type ClientOptions, connectionSettings, LosantClient } from "../../client";

/** The client by the environment's settings. @throws ConfigurationError for one that cannot be used, or no token. */
export function clientOfEnvironment(options: Pick<ClientOptions, "onAnswer"> = {}): LosantClient {
  const settings = connectionSettings({ environment: process.env, stack: () => undefined });
  if (settings.apiToken === undefined) throw new MissingTokenError();
  return new LosantClient({ ...settings, ...options });
}

/** No token is set. The message has several lines, and holds nothing that came from outside. */
export class MissingTokenError extends Error {
  override readonly name = "MissingTokenError";

  constructor() {
    super(`No API token is set. Set the environment variable LOSANT_API_TOKEN.

Without an account, try the simulator: start it in another terminal,

  npx pulumi-losant simulate --people 12

and set here the url and the token that it prints:

  export LOSANT_API_URL=<url> LOSANT_API_TOKEN=<token>`);
  }
}
