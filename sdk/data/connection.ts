import * as pulumi from "@pulumi/pulumi";
import type { LosantClient } from "../../client";
import { warnOfSettings } from "../settings";

const clients = new Map<string, LosantClient>();

/** Asks Losant with the environment's or the stack's settings; the client is loaded only then. */
export async function ask<Answer>(read: (client: LosantClient) => Promise<Answer>): Promise<Answer> {
  warnOfSettings();
  return read(await currentClient());
}

/** One client for all calls with the same settings. */
async function currentClient(): Promise<LosantClient> {
  const { LosantClient, connectionSettings } = await import("../../client/index.js");
  const config = new pulumi.Config("losant");
  const settings = connectionSettings({ environment: process.env, stack: (key) => config.get(key) });
  const key = JSON.stringify(settings);
  const client = clients.get(key) ?? new LosantClient(settings);
  clients.set(key, client);
  return client;
}
