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
  tell(severity: Severity, text: string, urn: string): void;
  /** A line that the next one replaces: how far a long call is. */
  progress(text: string, urn: string): void;
}

/** The engine's log. A line is told once for each resource, however often it is said. */
export class EngineLog implements Log {
  private client: EngineClient | undefined;
  private readonly told = new Set<string>();
  private readonly pending = new Set<Promise<void>>();

  connect(address: string): void {
    this.client?.close();
    this.told.clear();
    this.client = new EngineClient(address, credentials.createInsecure());
  }

  tell(severity: Severity, text: string, urn: string): void {
    const key = `${urn}\n${text}`;
    if (this.told.has(key)) return;
    this.told.add(key);
    this.send(severity, text, urn, false);
  }

  progress(text: string, urn: string): void {
    this.send("info", text, urn, true);
  }

  /** Waits until the engine has all lines: those of a call must be there before its response. */
  async settled(): Promise<void> {
    await Promise.all(this.pending);
  }

  private send(severity: Severity, text: string, urn: string, isEphemeral: boolean): void {
    const request = new LogRequest()
      .setSeverity(severities[severity])
      .setMessage(printableLines(text))
      .setUrn(urn)
      .setEphemeral(isEphemeral);
    const sent = new Promise<void>((resolve) => {
      if (this.client) this.client.log(request, () => resolve());
      else resolve();
    });
    this.pending.add(sent);
    void sent.then(() => this.pending.delete(sent));
  }
}
