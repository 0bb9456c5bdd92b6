import { printableLines } from "../client";
import { credentials, EngineClient, LogRequest, LogSeverity } from "./protocol";

/** How serious a line is, as users see it. */
export type Severity = "info" | "warning" | "error";

const severities = {
  info: LogSeverity.INFO,
  warning: LogSeverity.WARNING,
  error: LogSeverity.ERROR,
} as const;

/** Where lines for users go: under the resource with this URN, or under the stack. */
export interface Log {
  write(severity: Severity, text: string, urn: string): void;
  /** A line that the next one replaces: how far a long call is. */
  progress(text: string, urn: string): void;
}

/** Where lines are sent to. */
export interface LogConnection {
  send(line: LogRequest): Promise<void>;
  close(): void;
}

function connectionTo(address: string): LogConnection {
  const client = new EngineClient(address, credentials.createInsecure());
  return {
    send: (line) => new Promise((resolve) => client.log(line, () => resolve())),
    close: () => client.close(),
  };
}

/** The engine's log. A line is told once for each resource, however often it is said. */
export class EngineLog implements Log {
  private connection: LogConnection | undefined;
  private readonly told = new Set<string>();
  private last = Promise.resolve();

  /** `open` connects to the engine at an address. */
  constructor(private readonly open = connectionTo) {}

  connect(address: string): void {
    this.connection?.close();
    this.told.clear();
    this.connection = this.open(address);
  }

  write(severity: Severity, text: string, urn: string): void {
    const key = `${urn}\n${text}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.send(severity, text, urn, false);
  }

  progress(text: string, urn: string): void {
    this.send("info", text, urn, true);
  }

  /** Waits until the engine has all lines: those of a call must be there before its response. */
  settled(): Promise<void> {
    return this.last;
  }

  /** The engine answers several requests at once, in any order: each line waits for the one before it. */
  private send(severity: Severity, text: string, urn: string, isEphemeral: boolean): void {
    const request = new LogRequest()
      .setSeverity(severities[severity])
      .setMessage(printableLines(text))
      .setUrn(urn)
      .setEphemeral(isEphemeral);
    const { connection } = this;
    if (connection) this.last = this.last.then(() => connection.send(request));
  }
}
