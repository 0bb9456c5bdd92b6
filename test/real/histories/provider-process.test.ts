import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { checkHistories } from "../../scenarios/histories/check-histories";
import {
  configOf,
  HistoryEngine,
  type MakeEngine,
  type RunSettings,
} from "../../scenarios/histories/in-process";
import type { Losant } from "../../scenarios/histories/losant";
import { NativeProvider } from "../../support/native-provider";
import { temporaryProject } from "../../support/project-folder";
import { ProviderCrash } from "../../support/provider-calls";
import { noEngine, ProviderProcess } from "../../support/provider-process";

const file = "test/real/histories/provider-process.test.ts";
const numRuns = Number(process.env.HISTORIES ?? 20);
/** Fewer: a plugin serves one step of a run, so that each step starts one. */
const nativeRuns = Number(process.env.HISTORIES ?? 2);

/** The address at which the provider's processes reach the organization of the history under way. */
class Door {
  losant: Losant | undefined;
  private readonly server: Server;

  constructor() {
    const listener = getRequestListener((request, bindings) => this.serve(request, bindings), {
      overrideGlobalObjects: false,
    });
    this.server = createServer(listener);
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    return `http://127.0.0.1:${address.port}`;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: Request, bindings: object): Promise<Response> {
    const answer = this.losant?.wire.serve(request);
    if (answer) return answer.catch(() => drop(bindings));
    return new Response(null, { status: 500 });
  }
}

function drop(bindings: object): Response {
  const { incoming }: Partial<HttpBindings> = bindings;
  incoming?.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** One try per request, as waiting between tries takes time. */
function environmentOf(url: string, { store }: Losant): Record<string, string> {
  return { LOSANT_API_URL: url, LOSANT_API_TOKEN: store.state.token, LOSANT_MAX_ATTEMPTS: "1" };
}

/** The process that serves steps until one of them ends it. */
class Processes {
  private process: ProviderProcess | undefined;
  private readonly folder = temporaryProject();

  constructor(private readonly url: string) {}

  async forStep(losant: Losant, settings: RunSettings): Promise<ProviderProcess> {
    const env = environmentOf(this.url, losant);
    this.process ??= await ProviderProcess.start({ folder: this.folder, env, engine: noEngine });
    await this.process.renew(configOf(settings));
    return this.process;
  }

  async stop(): Promise<void> {
    await this.process?.stop();
    this.process = undefined;
  }
}

/** One process for as many steps as it lives. */
function inOneProcess(door: Door, processes: Processes): MakeEngine {
  return (losant, settings) =>
    new HistoryEngine(async (work) => {
      door.losant = losant;
      const provider = await processes.forStep(losant, settings);
      try {
        await work(provider, losant.wire.crash);
      } catch (error) {
        if (error instanceof ProviderCrash) await processes.stop();
        throw error;
      }
    }, settings.isParallel);
}

/** A native plugin of its own for each step. */
function inPlugins(door: Door): MakeEngine {
  return (losant, settings) =>
    new HistoryEngine(
      (work) => {
        door.losant = losant;
        const env = environmentOf(door.url, losant);
        return NativeProvider.during({ folder: "", env, config: configOf(settings) }, (provider) =>
          work(provider, losant.wire.crash),
        );
      },
      settings.isParallel,
      false,
    );
}

describe("random histories through provider processes, which alone load, exit and print as at users", () => {
  const door = new Door();
  let processes: Processes;

  before(async () => {
    await door.open();
    processes = new Processes(door.url);
  });
  after(async () => {
    await processes.stop();
    await door.close();
  });

  it("keep every promise (dynamic)", () =>
    checkHistories({ numRuns, rounds: 3, file }, inOneProcess(door, processes))).timeout(0);

  it("keep every promise (native)", () =>
    checkHistories({ numRuns: nativeRuns, rounds: 3, file }, inPlugins(door))).timeout(0);
});
