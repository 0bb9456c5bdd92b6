import { type AnswerNote, LosantClient } from "../../client";
import { startSimulator } from "../../simulator/index";
import { clientOfEnvironment } from "../live/client";

/** A client for one report, and its end. */
export interface Connection {
  client: LosantClient;
  close: () => Promise<void>;
}

/** To Losant, or to a simulator with so many people that lives as long as the report takes. */
export async function connect(
  simulated: number | undefined,
  onAnswer: (answer: AnswerNote) => void,
): Promise<Connection> {
  if (simulated === undefined) return { client: clientOfEnvironment({ onAnswer }), close: async () => {} };
  const simulator = await startSimulator({ people: simulated });
  const client = new LosantClient({ apiToken: simulator.token, apiUrl: simulator.url, onAnswer });
  return { client, close: () => simulator.close() };
}
