import { Command, InvalidArgumentError } from "commander";
import { type Simulator, startSimulator } from "../simulator/index";

const help = `
Prints one line of JSON when it listens, {"url", "token", "orgId", "userId"}, and serves until stopped.
It listens on 127.0.0.1 only. With --people, the organization has members with varied roles on it, its applications and
dashboards, and an expired and a pending invite: the same people each time. A --state file that is there already wins.

  pulumi-losant simulate --people 12
  pulumi-losant simulate --port 8080 --state simulator.json

To try a program, or another command, against it:

  export LOSANT_API_URL=<url> LOSANT_API_TOKEN=<token>
  pulumi-losant init

Let time pass, let an invited person accept, or see all there is:

  curl -X POST <url>/_simulator/clock  -d '{"advanceMs": 86400000}'
  curl -X POST <url>/_simulator/accept -d '{"orgId": "<orgId>", "email": "ada@example.com"}'
  curl <url>/_simulator/state

Put that back changed: a member's second factor ("members" of the organization: "twoFactorAuthEnabled"), the scopes that the
token has ("tokenScopes"), what else is listed of it ("userApiTokens": the one without "scope" is in use), an audit log
("hasAuditLog"):

  curl <url>/_simulator/state > state.json
  curl -X PUT <url>/_simulator/state -d @state.json

Change something by hand, as somebody would in Losant's own pages:

  curl -X PATCH <url>/orgs/<orgId>/member -H "Authorization: Bearer <token>" -H "Content-Type: application/json" \\
    -d '{"userId": "<userId>", "role": "edit"}'
  curl -X DELETE "<url>/orgs/<orgId>/member?userId=<userId>" -H "Authorization: Bearer <token>"
`;

interface SimulateOptions {
  port: number;
  state?: string;
  people: number;
}

const parsePort = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
};

/** A number of simulated people. */
export const parsePeople = (text: string): number => {
  const people = Number(text);
  if (/^\d+$/.test(text) && people <= 1000) return people;
  throw new InvalidArgumentError("The number of people is a whole number from 0 to 1000.");
};

const closeOnSignal = (simulator: Simulator): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => simulator.close());
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

const start = async ({ port, people, state }: SimulateOptions): Promise<Simulator> => {
  try {
    return await startSimulator({ port, people, statePath: state });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`Port ${port} is taken; choose another one, or 0 for any.`, { cause: error });
  }
};

const simulate = async (options: SimulateOptions): Promise<void> => {
  const simulator = await start(options);
  closeOnSignal(simulator);
  const { url, token, orgId, userId } = simulator;
  console.log(JSON.stringify({ url, token, orgId, userId }));
};

/** `pulumi-losant simulate`: a local Losant organization API. It reads and writes nothing but its state file. */
export const simulateCommand = (): Command =>
  new Command("simulate")
    .description("run a local Losant organization API, for trying programs without an account")
    .option("--port <number>", "port to listen on; 0 takes any free one", parsePort, 0)
    .option("--state <file>", "keep the state in this file; loaded at the start if it is there")
    .option(
      "--people <number>",
      "members beside the token's user, and two invites; 0 to 1000",
      parsePeople,
      0,
    )
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", help)
    .action(simulate);
