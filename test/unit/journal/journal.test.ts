import assert from "node:assert/strict";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { Journal } from "../../../provider/journal/journal";
import { journalFolder, journalPath } from "../../../provider/journal/journal-file";
import { SharedFacts } from "../../../provider/live/shared-facts";
import type { SharedPeople } from "../../../provider/live/shared-people";
import type { SharedRemovals } from "../../../provider/live/shared-removals";
import { temporaryFolder } from "../../support/project-folder";
import { idOf, memberOf, orgId } from "../samples";

/** Where the journals of a test are. */
let journals = "";
const engine = "127.0.0.1:34567";
/** No process has this number. */
const gone = 2 ** 30;

describe("unit: the journal of a run", () => {
  beforeEach(() => {
    journals = temporaryFolder("journals");
  });

  it("gives each process what the others told, in order, and each entry once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 30 }), (turns) => {
        const address = `127.0.0.1:${Math.random()}`.replace("0.", "");
        const members = [1, 2, 3].map(() => new Member(address));
        for (const [index, turn] of turns.entries()) members[turn]?.tell(`${turn}.${index}`);
        const all = turns.map((turn, index) => `${turn}.${index}`);
        for (const member of members) assert.deepEqual(member.heard(), all);
        for (const member of members) assert.deepEqual(member.heard(), all);
      }),
      { numRuns: 50 },
    );
  });

  it("writes what is told before anything else happens", async () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    one.tell("now");
    await Promise.resolve();
    assert.deepEqual(other.heard(), ["now"]);
  });

  it("goes on after a line of which only a part was written, and after what it does not know", () => {
    const one = new Member(engine);
    one.tell("first");
    one.heard();
    appendFileSync(only(), '{"by":"x","is":"wor');
    appendFileSync(only(), '\n{"by":"x","is":"of a later release"}\n[]\n');
    one.tell("second");
    assert.deepEqual(new Member(engine).heard(), ["first", "second"]);
  });

  it("leaves a line to be read later that is still being written", () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    const line = JSON.stringify(word("late"));
    appendFileSync(only(), line.slice(0, 20));
    assert.deepEqual(one.heard(), []);
    appendFileSync(only(), `${line.slice(20)}\n`);
    assert.deepEqual(one.heard(), ["late"]);
    assert.deepEqual(other.heard(), ["late"]);
  });

  it("begins again where all who wrote are gone for a while, also for those who come at the same time", () => {
    writeOld([opening(gone), word("old")]);
    const [one, other] = [new Member(engine), new Member(engine)];
    one.tell("new");
    assert.deepEqual(other.heard(), ["new"]);
    assert.deepEqual(one.heard(), ["new"]);
  });

  it("begins again a moment after a run whose engine had the same address, and is gone", () => {
    writeOld([opening(gone, gone), word("old")], 0);
    assert.deepEqual(new Member(engine).heard(), []);
  });

  it("begins again beside a provider process that has outlived its engine", () => {
    writeOld([opening(process.ppid, gone), word("old")], 0);
    assert.deepEqual(new Member(engine).heard(), []);
  });

  it("goes on a moment after its only process has crashed, while the engine runs", () => {
    writeOld([opening(gone, process.ppid), word("old")], 0);
    assert.deepEqual(new Member(engine).heard(), ["old"]);
  });

  it("names resources that are named by an address by a key", () => {
    const one = new Member(engine);
    one.people.declare("OrgMember", { email: "ann@example.com" }, "ann@example.com");
    one.heard();
    assert.doesNotMatch(readFileSync(only(), "utf8"), /example\.com/);
  });

  it("takes an earlier process of its own number for one that is gone", () => {
    writeOld([opening(process.pid), word("old")]);
    assert.deepEqual(new Member(engine).heard(), []);
  });

  it("goes on with a process that still runs, however long it was silent", () => {
    writeOld([opening(process.ppid), word("old")]);
    assert.deepEqual(new Member(engine).heard(), ["old"]);
  });

  it("has the same keys in all processes of a run, and others in another", () => {
    const [one, other] = [Journal.of(engine, journals), Journal.of(engine, journals)];
    assert.equal(one.keyOf("ann@example.com"), other.keyOf("ann@example.com"));
    assert.notEqual(
      one.keyOf("ann@example.com"),
      Journal.of("127.0.0.1:1", journals).keyOf("ann@example.com"),
    );
    assert.equal(Journal.alone().keyOf("ann@example.com"), "ann@example.com");
  });

  it("without an engine is a process's own, and refuses nothing", () => {
    const alone = new Member(undefined);
    alone.tell("mine");
    alone.journal.catchUpOrRefuse();
    assert.deepEqual(alone.heard(), ["mine"]);
    assert.deepEqual(readdirSync(journals), []);
  });

  it("that cannot be kept goes on alone, and refuses removals with what to do", () => {
    writeFileSync(journalFolder(journals), "in the way");
    const one = new Member(engine);
    one.tell("mine");
    assert.deepEqual(one.heard(), ["mine"]);
    assert.throws(
      () => one.journal.catchUpOrRefuse(),
      /nothing is changed here: .* set TMPDIR \(TEMP on Windows\)/,
    );
  });

  it("that somebody has shortened refuses removals: what stood there may have declared somebody", () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    other.heard();
    one.tell("lost");
    truncateSync(only(), 0);
    assert.throws(() => other.journal.catchUpOrRefuse(), /nothing is changed here: .* shortened/);
  });

  it("refuses guarded changes in all processes, later ones too, where one cannot write what it knows", async () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    const { release, isHeld, done } = turnOf(one);
    await isHeld;
    const waits = other.facts.turns.take(async () => "done");
    fillDisk(one);
    release();
    await done;
    const refused = /nothing is changed here: .*\(one of the processes could not write there\)/;
    await assert.rejects(waits, refused);
    assert.throws(() => new Member(engine).journal.catchUpOrRefuse(), /nothing is changed here/);
    assert.throws(() => one.journal.catchUpOrRefuse(), /nothing is changed here: .*\(the disk is full\)/);
  });

  it("is written again by a run that has the address of one in which words are missing", () => {
    writeOld([opening(gone, gone), word("old")]);
    chmodSync(only(), 0o400);
    const [one, other] = [new Member(engine), new Member(engine)];
    one.tell("new");
    other.journal.catchUpOrRefuse();
    assert.deepEqual(other.heard(), ["new"]);
  });

  describe("in a folder that others share", () => {
    const foreign = () => join(journalFolder(journals), "of-another-host.jsonl");
    const left = (age: number) => {
      Journal.of(engine, journals);
      writeFileSync(foreign(), `${JSON.stringify(opening(gone, gone))}\n`, { mode: 0o600 });
      const then = new Date(Date.now() - age);
      utimesSync(foreign(), then, then);
      Journal.of("127.0.0.1:1", journals);
      return existsSync(foreign());
    };

    it("leaves the file of another host, whose processes nobody here knows", () => {
      assert.equal(left(3_600_000), true);
    });

    it("removes the file of another host that nobody has written to for a day", () => {
      assert.equal(left(90_000_000), false);
    });

    /** What one process finds in the place of the file. */
    const found = (make: (path: string) => void) => {
      mkdirSync(journalFolder(journals), { mode: 0o700 });
      make(journalPath(engine, journals));
      return () => new Member(engine).journal.catchUpOrRefuse();
    };

    it("follows no link, neither in its own place nor in that of others", function () {
      if (process.platform === "win32") this.skip();
      const target = join(journals, "target");
      writeFileSync(target, "precious", { mode: 0o600 });
      const old = new Date(0);
      utimesSync(target, old, old);
      const open = found((path) => {
        symlinkSync(target, path);
        symlinkSync(target, foreign());
      });
      assert.throws(open, /nothing is changed here: /);
      assert.equal(readFileSync(target, "utf8"), "precious");
      assert.ok(lstatSync(foreign()).isSymbolicLink());
    });

    it("reads no file that is open to others, nor a folder in its place", function () {
      if (process.platform === "win32") this.skip();
      const open = found((path) => {
        writeFileSync(path, "");
        chmodSync(path, 0o666);
      });
      assert.throws(open, /is no file of this user alone/);
      journals = temporaryFolder("journals");
      assert.throws(found(mkdirSync), /nothing is changed here: /);
    });

    it("reads no file of another user", function () {
      if (process.getuid?.() !== 0) this.skip();
      const open = found((path) => {
        writeFileSync(path, "", { mode: 0o600 });
        chownSync(path, 65_534, 65_534);
      });
      assert.throws(open, /is no file of this user alone/);
    });
  });

  it("lets exactly the allowed number of removals through, whoever asks", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.array(fc.nat(2), { maxLength: 12 }), (allowed, turns) => {
        const address = `127.0.0.1:${Math.random()}`.replace("0.", "");
        const members = [1, 2, 3].map(() => new Member(address));
        const taken = turns.filter((turn) => members[turn]?.removals.take(allowed)).length;
        assert.equal(taken, Math.min(allowed, turns.length));
      }),
      { numRuns: 50 },
    );
  });

  it("tells of access that has ended, which keeps nobody and which nothing else may name", () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    const ann = { email: "ann@example.com" };
    one.people.declare("OrgRoster", ann, "all", true);
    for (const { journal } of [one, other]) journal.catchUp();
    assert.equal(other.people.managerOf(ann, []), undefined);
    assert.match(other.people.rivalOf("OrgInvite", ann, [], "ann") ?? "", /until has passed/);
  });

  describe("tells another process", () => {
    const ann = { email: "ann@example.com" };
    const renamed = memberOf("new@example.com", { userId: idOf(1) });
    const told = (tell: (one: Member) => unknown) => {
      const [one, other] = [new Member(engine), new Member(engine)];
      tell(one);
      for (const { journal } of [one, other]) journal.catchUp();
      return other;
    };

    it("whose address it is by which somebody is declared, who has another one by now", () => {
      const other = told(({ people }) => {
        people.know(ann.email, idOf(1));
        people.declare("OrgMembership", ann);
      });
      assert.equal(other.people.managerOf({ userId: idOf(1) }, [renamed])?.kinds, "OrgMembership");
    });

    it("that the stack records who is declared, so that their resource goes on by itself", () => {
      const other = told(({ people }) => {
        people.declare("OrgMembership", ann);
        people.markRecorded("OrgMembership", ann);
      });
      assert.equal(other.people.managerOf(ann, [])?.isRecorded, true);
    });

    it("what is recorded of an invite, so that nobody gets its email twice, and nothing else", () => {
      const found = { inviteId: "one", userId: idOf(1), resend: "again", ...ann };
      const other = told(({ facts }) => facts.remember(ann.email, found));
      assert.deepEqual(other.facts.recordedInvite(ann.email), {
        inviteId: "one",
        userId: idOf(1),
        resend: "again",
      });
      assert.equal(other.facts.hasResent(ann.email, "again"), true);
      assert.equal(other.people.knownUserId(ann.email), idOf(1));
      assert.doesNotMatch(readFileSync(only(), "utf8"), /example\.com/);
    });

    it("that the organization is declared, and what is recorded of it", () => {
      const recorded = { adopted: true, name: "main" };
      const other = told(({ facts }) => {
        facts.note({ isDeclared: true });
        facts.note({ recorded });
      });
      assert.deepEqual(other.facts.itself, { isDeclared: true, isTakenOver: false, recorded });
    });
  });

  it("counts the people as the first did who counted", () => {
    const [one, other] = [new Member(engine), new Member(engine)];
    assert.equal(one.removals.peopleAtFirst(10), 10);
    assert.equal(other.removals.peopleAtFirst(20), 10);
  });
});

/** One process of a run. */
class Member {
  readonly journal: Journal;
  readonly facts: SharedFacts;
  readonly removals: SharedRemovals;
  readonly people: SharedPeople;
  readonly tell: (word: string) => void;
  private readonly words: string[] = [];

  constructor(address: string | undefined) {
    this.journal = Journal.of(address, journals);
    this.facts = new SharedFacts(orgId, this.journal);
    this.removals = this.facts.removals;
    this.people = this.facts.people;
    const tell = this.facts.inOrder("word", z.string(), (word) => this.words.push(word));
    this.tell = (word) => {
      tell(word);
      this.journal.catchUp();
    };
    this.journal.listen((entry, isOwn) => this.facts.take(entry, isOwn));
  }

  heard(): string[] {
    this.journal.catchUp();
    return this.words;
  }
}

/** A turn of a process, which ends when it is released. */
function turnOf({ facts }: Member) {
  let release = () => {};
  let begin = () => {};
  const isHeld = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  const done = facts.turns.take(async () => {
    begin();
    await isReleased;
  });
  return { isHeld, done, release };
}

/** From now on a process can write nothing. */
function fillDisk({ journal }: Member): void {
  const file = Reflect.get(journal, "file");
  file.append = () => {
    throw new Error("the disk is full");
  };
}

function only(): string {
  const [name = ""] = readdirSync(journalFolder(journals));
  return join(journalFolder(journals), name);
}

/** A journal as a run left it, an hour ago where nothing else is said. */
function writeOld(lines: object[], age = 3_600_000): void {
  Journal.of(engine, journals);
  const path = only();
  assert.match(readFileSync(path, "utf8"), /opened/);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const then = new Date(Date.now() - age);
  utimesSync(path, then, then);
}

function word(value: string): object {
  return { by: "x", is: "word", org: orgId, value };
}

function opening(pid: number, engine?: number): object {
  return { is: "opened", by: "x", pid, engine, after: 0, salt: "s" };
}
