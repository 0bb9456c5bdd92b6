import { readdirSync, readFileSync } from "node:fs";

const interval = 50;

/** Watches processes by what stands in their command line, and tells the largest memory that one had, in MB. */
export class PeakMemory {
  private peak = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly command: string) {
    this.timer = setInterval(() => this.look(), interval);
  }

  /** Undefined where the machine does not tell, as it is no Linux. */
  stop(): number | undefined {
    clearInterval(this.timer);
    return this.peak === 0 ? undefined : Math.round(this.peak / 1024);
  }

  private look(): void {
    for (const pid of listed("/proc").filter((name) => /^\d+$/.test(name))) {
      if (textOf(`/proc/${pid}/cmdline`).includes(this.command)) {
        const [, kilobytes = 0] = /VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`)) ?? [];
        this.peak = Math.max(this.peak, Number(kilobytes));
      }
    }
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
