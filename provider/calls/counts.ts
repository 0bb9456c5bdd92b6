/** How long nobody may have added to a count before it is told, in milliseconds. */
const quietTime = 40;

interface Count {
  value: number;
  timer: NodeJS.Timeout | undefined;
}

/** Lines that count how many resources say the same, each told once nobody adds to it. */
export class Counts {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly tell: (text: string) => void) {}

  add(about: string, line: (count: number) => string): void {
    const count: Count = this.counts.get(about) ?? { value: 0, timer: undefined };
    clearTimeout(count.timer);
    count.value += 1;
    count.timer = setTimeout(() => this.tell(line(count.value)), quietTime).unref();
    this.counts.set(about, count);
  }
}
