import assert from "node:assert/strict";
import fc from "fast-check";
import { CachedRequest } from "../../../provider/live/cached-request";

type Command =
  /** Somebody needs a value; `isFresh`: a new one, or one on its way. */
  | { do: "get"; isFresh: boolean }
  | { do: "refresh" }
  /** A write that adds a name at the server, or takes it out. */
  | { do: "write"; name: string; isAdded: boolean }
  /** Somebody else changes something, which nobody folds. */
  | { do: "foreign" }
  /** The answer to the oldest write arrives, and is folded in. */
  | { do: "fold" }
  /** The server reads its state for one of the requests under way; the answer arrives at "arrive". */
  | { do: "read" | "arrive" | "fail"; which: number };

const which = fc.nat({ max: 3 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant("get" as const), isFresh: fc.boolean() }),
  fc.record({
    do: fc.constant("write" as const),
    name: fc.constantFrom("a", "b", "c"),
    isAdded: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom("refresh" as const, "fold" as const, "foreign" as const) }),
  fc.record({ do: fc.constantFrom("read" as const, "arrive" as const), which }),
  fc.record({ do: fc.constantFrom("read" as const, "arrive" as const, "fail" as const), which }),
);

interface Content {
  /** How many foreign changes it holds. */
  foreign: number;
  names: readonly string[];
}

interface UnderWay {
  /** What the server held when the request was sent. */
  sent: Content;
  read: Content | undefined;
  resolve: (content: Content) => void;
  reject: (error: Error) => void;
}

/** A server whose answers arrive when the test says so. */
class Server {
  content: Content = { foreign: 0, names: [] };
  answered = 0;
  asked = 0;
  /** As many foreign changes as every value from now on must hold. */
  foreignSeen = 0;
  readonly underWay: UnderWay[] = [];
  readonly unfolded: ((content: Content) => Content)[] = [];
  readonly cached = new CachedRequest<Content>(() => {
    this.asked += 1;
    return new Promise((resolve, reject) =>
      this.underWay.push({ sent: this.content, read: undefined, resolve, reject }),
    );
  });

  async execute(command: Command): Promise<void> {
    if (command.do === "get") this.heard(this.cached.get(command.isFresh ? 0 : Number.POSITIVE_INFINITY));
    else if (command.do === "refresh") this.heard(this.cached.refresh());
    else if (command.do === "write") this.write(command.name, command.isAdded);
    else if (command.do === "fold") this.foldOldest();
    else if (command.do === "foreign") this.content = { ...this.content, foreign: this.content.foreign + 1 };
    else this.answer(command.do, command.which);
    await settled();
  }

  /** Lets everything that is under way arrive. */
  async finish(): Promise<void> {
    while (this.unfolded.length > 0) this.foldOldest();
    while (this.underWay.length > 0) this.answer("arrive", 0);
    await settled();
  }

  private write(name: string, isAdded: boolean): void {
    const change = ({ foreign, names }: Content) => {
      const others = names.filter((one) => one !== name);
      return { foreign, names: isAdded ? [...others, name].sort() : others };
    };
    this.content = change(this.content);
    this.unfolded.push(change);
  }

  private foldOldest(): void {
    const change = this.unfolded.shift();
    if (change) this.cached.fold(change);
  }

  private answer(how: "read" | "arrive" | "fail", which: number): void {
    const index = which % this.underWay.length;
    const request = this.underWay[index];
    if (!request) return;
    request.read ??= this.content;
    if (how === "read") return;
    this.underWay.splice(index, 1);
    if (how === "fail") request.reject(new Error("no response"));
    else {
      this.answered += 1;
      this.foreignSeen = Math.max(this.foreignSeen, request.sent.foreign);
      request.resolve(request.read);
    }
  }

  private heard(answer: Promise<Content>): void {
    answer.catch((error: unknown) => assert.match(String(error), /no response/));
  }
}

describe("unit: a cached request", () => {
  const commands = fc.array(command, { minLength: 5, maxLength: 40, size: "max" });

  it("ends with what the server has, whatever the order of requests, writes, answers and failures", () =>
    fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const server = new Server();
        for (const one of list) {
          await server.execute(one);
          if (server.answered === 0) continue;
          const { foreign } = await server.cached.get(Number.POSITIVE_INFINITY);
          assert.ok(foreign >= server.foreignSeen, "an older answer never replaces a newer one");
        }
        await server.finish();
        const { asked, answered } = server;
        const value = server.cached.get(Number.POSITIVE_INFINITY);
        await server.finish();
        assert.deepEqual((await value).names, server.content.names);
        assert.equal(server.asked - asked, answered > 0 ? 0 : 1, "one good answer is enough");
      }),
      { numRuns: 500 },
    ));

  it("keeps its first answer without what was changed since", () =>
    fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const server = new Server();
        const first = server.cached.atFirst();
        await server.finish();
        const before = await first;
        for (const one of list) await server.execute(one);
        assert.deepEqual(await server.cached.atFirst(), before);
        await server.finish();
      }),
    ));

  it("does not replace a newer answer by an older one that arrives later", async () => {
    const answers: ((text: string) => void)[] = [];
    const cached = new CachedRequest(() => new Promise<string>((resolve) => answers.push(resolve)));
    const [older, newer] = [cached.refresh(), cached.refresh()];
    answers[1]?.("newer");
    answers[0]?.("older");
    assert.deepEqual(await Promise.all([older, newer, cached.get(60_000)]), ["newer", "newer", "newer"]);
  });

  it("tells a failure to whoever waits, and asks again for the next", async () => {
    let isDown = true;
    const cached = new CachedRequest(async () => {
      if (isDown) throw new Error("no response");
      return "good";
    });
    await assert.rejects(cached.get(0), /no response/);
    await assert.rejects(cached.atFirst(), /no response/);
    isDown = false;
    assert.equal(await cached.get(60_000), "good");
    isDown = true;
    await assert.rejects(cached.refresh(), /no response/);
    assert.equal(await cached.get(60_000), "good");
  });

  it("serves everybody who needs it at once with one request", async () => {
    let asked = 0;
    const cached = new CachedRequest(async () => ++asked);
    assert.deepEqual(await Promise.all([cached.get(0), cached.get(60_000), cached.atFirst()]), [1, 1, 1]);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
