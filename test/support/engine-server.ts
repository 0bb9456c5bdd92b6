import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

/** A line that a plugin told. */
export interface LoggedLine {
  severity: "debug" | "info" | "warning" | "error";
  text: string;
  urn: string;
  /** The next such line takes its place. */
  isEphemeral: boolean;
}

const severities = {
  [LogSeverity.DEBUG]: "debug",
  [LogSeverity.INFO]: "info",
  [LogSeverity.WARNING]: "warning",
  [LogSeverity.ERROR]: "error",
} as const;

/** What a plugin calls: the engine's log, which keeps the lines. */
export class EngineServer {
  readonly lines: LoggedLine[] = [];
  private readonly server = new Server();
  private port = 0;

  static async start(): Promise<EngineServer> {
    const engine = new EngineServer();
    engine.server.addService(EngineService, { log: engine.log.bind(engine) });
    engine.port = await new Promise((resolve, reject) => {
      engine.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    return engine;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  close(): void {
    this.server.forceShutdown();
  }

  private log({ request }: ServerUnaryCall<LogRequest, Empty>, respond: sendUnaryData<Empty>): void {
    this.lines.push(loggedLine(request));
    respond(null, new Empty());
  }
}

/** A line as the engine is told it. */
export function loggedLine(request: LogRequest): LoggedLine {
  return {
    severity: severities[request.getSeverity()],
    text: request.getMessage(),
    urn: request.getUrn(),
    isEphemeral: request.getEphemeral(),
  };
}
