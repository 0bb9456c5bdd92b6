/** How long nobody may have added to a count before it is told, in milliseconds. */
const quietTime = 40;

interface Count {
  value: number;
  isTold: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** Lines that count how many resources say the same, each told once nobody adds to it; a later one says `in all`. */
export class Counts {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly tell: (text: string) => void) {}

  add(about: string, line: (count: number) => string): void {
    const count: Count = this.counts.get(about) ?? { value: 0, isTold: false, timer: undefined };
    clearTimeout(count.timer);
    count.value += 1;
    count.timer = setTimeout(() => this.tellCount(count, line), quietTime).unref();
    this.counts.set(about, count);
  }

  private tellCount(count: Count, line: (count: number) => string): void {
    const text = line(count.value);
    this.tell(count.isTold ? text.replace(/\.$/, " in all.") : text);
    count.isTold = true;
  }
}
