import { tmpdir } from "node:os";
import type { SettingSource } from "../../client";
import { planFolderVariable } from "../../plan/record";
import { readApprovedPlan } from "../journal/approved-plan-file";
import { Journal } from "../journal/journal";
import { PlanLog } from "../journal/plan-log";
import { engineAddress } from "../journal/processes";
import { Run, type RunOptions } from "./run";
import { readSettings } from "./settings";

/** What a provider process is given, and what its resources share. */
export interface HostProcess {
  readonly environment: SettingSource["environment"];
  /** Where the processes of an engine run share a file; undefined: they share nothing. */
  readonly temporaryFolder: string | undefined;
  /** Resources are configured one by one; those with the same settings share one run. */
  readonly runs: Map<string, Run>;
  /** How requests are made, other than as usual. */
  readonly client?: RunOptions["client"];
}

/** The process that this code runs in. */
export const thisProcess: HostProcess = {
  environment: process.env,
  get temporaryFolder() {
    return tmpdir();
  },
  runs: new Map(),
};

/** Finds the run that a resource belongs to. Reads the configuration late, so that configuring never fails. */
export class RunSource {
  private source: SettingSource;
  private latest: Run | undefined;
  private isOneOfSeveral = false;
  private stackName: string | undefined;
  private cancellation = new AbortController();

  /** `engine` tells the address of the engine that the process works for. */
  constructor(
    private readonly host: HostProcess = thisProcess,
    private readonly engine: () => string | undefined = engineAddress,
  ) {
    this.source = { environment: host.environment, stack: () => undefined };
  }

  /** Another engine's run begins in the same process: what the last one told, read and cancelled is over. */
  beginAnew(): void {
    for (const { journal } of this.host.runs.values()) journal.close();
    this.host.runs.clear();
    this.latest = undefined;
    this.cancellation = new AbortController();
  }

  /** The user wants the run to end: what is under way ends as usual, and nothing more is sent. */
  cancel(): void {
    this.cancellation.abort();
  }

  /** `isOneOfSeveral`: the program makes the provider itself. `stackName`: where the face is told it. */
  configure(
    stack: SettingSource["stack"],
    environment = this.host.environment,
    isOneOfSeveral = false,
    stackName?: string,
  ): void {
    this.source = { environment, stack };
    this.isOneOfSeveral = isOneOfSeveral;
    this.stackName = stackName;
    this.latest = undefined;
  }

  run(): Run {
    this.latest ??= this.findRun();
    return this.latest;
  }

  private findRun(): Run {
    const { runs, client } = this.host;
    const settings = readSettings(this.source);
    const key = JSON.stringify(settings);
    const known = runs.get(key);
    if (known) return known;
    // Once a run: a stack may have a thousand resources, each of which asks for it.
    const approved = readApprovedPlan(settings.approvedPlan, this.stackName);
    const { isOneOfSeveral, cancellation } = this;
    const journal = this.journal();
    const planLog = new PlanLog(this.source.environment[planFolderVariable]);
    const run = new Run(settings, {
      signal: cancellation.signal,
      journal,
      client,
      planLog,
      approved,
      isOneOfSeveral,
    });
    runs.set(key, run);
    return run;
  }

  private journal(): Journal {
    const { temporaryFolder } = this.host;
    return temporaryFolder === undefined ? Journal.alone() : Journal.of(this.engine(), temporaryFolder);
  }
}
