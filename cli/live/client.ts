import { connectionSettings, LosantClient } from "../../client";

/** The client by the environment's settings. @throws ConfigurationError for one that cannot be used, or no token. */
export function clientOfEnvironment(): LosantClient {
  const settings = connectionSettings({ environment: process.env, stack: () => undefined });
  if (settings.apiToken === undefined) throw new Error(missingTokenOfCommand);
  return new LosantClient(settings);
}

const missingTokenOfCommand =
  "No API token is set. Set the environment variable LOSANT_API_TOKEN. To try without an account, start " +
  '"npx pulumi-losant simulate" in another terminal, and set LOSANT_API_URL and LOSANT_API_TOKEN to the url and token that ' +
  "it prints.";
