import { connectionSettings, LosantClient } from "../../client";
import { MissingTokenError } from "./missing-token";

/** The client by the environment's settings. @throws ConfigurationError for one that cannot be used, or no token. */
export function clientOfEnvironment(): LosantClient {
  const settings = connectionSettings({ environment: process.env, stack: () => undefined });
  if (settings.apiToken === undefined) throw new MissingTokenError();
  return new LosantClient(settings);
}
