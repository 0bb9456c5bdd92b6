import assert from "node:assert/strict";
import { readFileSync, truncateSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Fetch } from "../../../client";
import { journalPath } from "../../../provider/journal/journal-file";
import { dynamicFace, type Face, nativeFace } from "../../support/faces";
import { heldFetch } from "../../support/held-fetch";
import { temporaryRoot } from "../../support/project-folder";
import type { ProviderCalls } from "../../support/provider-calls";
import type { Kind, Properties } from "../../support/provider-messages";
import { anotherEngine } from "../../support/provider-process";
import { owner, StackSetting } from "../../support/stack-setting";

const [ann, bob, carol] = ["ann@example.com", "bob@example.com", "carol@example.com"] as const;

/** What one of two providers of a run declares. */
interface Declared {
  kind: Kind;
  args: Properties;
}

/** Waits until so many pieces of work wait for their turn, or have it. */
async function turnsAnnounced(engine: string, count: number): Promise<void> {
  const announced = () =>
    readFileSync(journalPath(engine, temporaryRoot()), "utf8").split('"is":"turn"').length - 1;
  while (announced() < count) await setImmediate();
}

/** What one of the providers has for itself. */
interface Own {
  fetch?: Fetch;
  providerName?: string;
}

for (const faces of [
  [dynamicFace, dynamicFace],
  [nativeFace, nativeFace],
  [dynamicFace, nativeFace],
] as const) {
  describe(`two providers in one run (${faces.map(({ name }) => name).join(" and ")})`, () => {
    const setting = StackSetting.inSuite();
    let engine: string;

    beforeEach(() => {
      engine = anotherEngine();
    });

    const start = <Result>(
      face: Face,
      work: (provider: ProviderCalls) => Promise<Result>,
      { fetch, providerName }: Own = {},
    ) => {
      const env = { ...setting.simulator.env, ...setting.env };
      const client = { backoff: () => 0, ...(fetch && { fetch }) };
      return face.inProcess({ folder: "", env, engine, client, providerName }, work);
    };

    /** Both providers at once. */
    const both = <Result>(
      work: (one: ProviderCalls, other: ProviderCalls) => Promise<Result>,
      ofOther: Own = {},
      ofOne: Own = {},
    ) => start(faces[0], (one) => start(faces[1], (other) => work(one, other), ofOther), ofOne);

    const member = (kind: Kind, email: string, role: string): Declared => ({
      kind,
      args: { orgId: setting.orgId, email, role },
    });

    const admins = async () => {
      const { members } = await setting.simulator.fetchOrganization();
      return members.filter(({ role }) => role === "admin").length;
    };

    const failuresOf = async (provider: ProviderCalls, { kind, args }: Declared): Promise<string> =>
      (await provider.check(kind, {}, args)).failures.map(({ reason }) => reason).join("\n");

    const create = async (provider: ProviderCalls, { kind, args }: Declared) =>
      provider.create(kind, (await provider.check(kind, {}, args)).inputs);

    describe("keep the admin floor together", () => {
      beforeEach(async () => {
        setting.env = { LOSANT_MIN_ADMINS: "2" };
        for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "admin" });
      });

      for (const kind of ["orgMember", "orgMembership"] as const) {
        it(`at preview, whichever demotes first with ${kind}`, () =>
          both(async (one, other) => {
            assert.equal(await failuresOf(one, member(kind, ann, "edit")), "");
            assert.match(
              await failuresOf(other, member(kind, bob, "edit")),
              /bob@example\.com stays an admin .*minAdmins is 2/,
            );
          }));

        it(`at up, where both demote at once with ${kind}`, () =>
          both(async (one, other) => {
            const wanted = [ann, bob].map((email) => member(kind, email, "edit").args);
            const done = await Promise.allSettled(
              [one, other].map((provider, index) => provider.create(kind, wanted[index] ?? {})),
            );
            assert.deepEqual(done.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
            assert.equal(await admins(), 2);
          }));

        it(`at a destroy of ${kind}s`, async () => {
          setting.env = { ...setting.env, LOSANT_MAX_REMOVALS: "100%" };
          const made = await both((one, other) =>
            Promise.all([create(one, member(kind, ann, "admin")), create(other, member(kind, bob, "admin"))]),
          );
          engine = anotherEngine();
          await both(async (one, other) => {
            const done = await Promise.allSettled(
              [one, other].map((provider, index) =>
                provider.delete(kind, made[index]?.id ?? "", made[index]?.outs ?? {}),
              ),
            );
            assert.deepEqual(done.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
            assert.equal(await admins(), 2);
          });
        });
      }

      it("and count whom the other makes an admin", async () => {
        await setting.simulator.addMember({ email: carol, role: "view" });
        await both(async (one, other) => {
          await create(one, member("orgMember", carol, "admin"));
          assert.equal(await failuresOf(other, member("orgMember", ann, "edit")), "");
        });
      });

      for (const kind of ["orgMember", "orgMembership"] as const) {
        it(`and count at preview whom the other will make an admin with ${kind}`, async () => {
          await setting.simulator.addMember({ email: carol, role: "view" });
          await both(async (one, other) => {
            assert.equal(await failuresOf(one, member(kind, ann, "edit")), "");
            assert.equal(await failuresOf(one, member(kind, carol, "admin")), "");
            assert.equal(await failuresOf(other, member(kind, bob, "edit")), "");
          });
        });
      }

      it("and do not count a change that was refused", async () => {
        setting.env = { LOSANT_MIN_ADMINS: "3" };
        await setting.simulator.addMember({ email: carol, role: "admin" });
        await both(async (one, other) => {
          assert.equal(await failuresOf(one, member("orgMember", ann, "edit")), "");
          assert.match(await failuresOf(other, member("orgMember", bob, "edit")), /would keep 2 of 4/);
          assert.match(await failuresOf(one, member("orgMember", carol, "edit")), /would keep 2 of 4/);
        });
      });

      for (const isWaiting of [true, false])
        it(`and change nobody where they cannot tell turns any more, ${isWaiting ? "while" : "before"} one waits`, async () => {
          const { fetch, isHeld, release } = heldFetch(/^PATCH /);
          const work = async (one: ProviderCalls, other: ProviderCalls) => {
            assert.equal(await failuresOf(other, member("orgInvite", carol, "view")), "");
            const first = one.create("orgMember", member("orgMember", ann, "edit").args);
            await isHeld;
            const second = other.create("orgMember", member("orgMember", bob, "edit").args);
            if (isWaiting) await turnsAnnounced(engine, 2);
            truncateSync(journalPath(engine, temporaryRoot()), 0);
            await assert.rejects(second, /cannot be kept in .*somebody has shortened a file there/);
            release();
            await first;
            assert.equal(await admins(), 2);
          };
          await both(work, {}, { fetch });
        });

      it("with a roster in one of them", () =>
        both(async (one, other) => {
          assert.equal(await failuresOf(one, member("orgMember", ann, "edit")), "");
          const members = { [owner]: "admin", [bob]: "view" };
          const args = { orgId: setting.orgId, members, unmanaged: "ignore" };
          assert.match(
            await failuresOf(other, { kind: "orgRoster", args }),
            /would keep 1 of 3 accepted admins/,
          );
        }));
    });

    describe("keep the seats together", () => {
      beforeEach(() => setting.simulator.setLimits({ member: 2 }));

      for (const kind of ["orgInvite", "orgMembership"] as const) {
        it(`at preview with ${kind}`, () =>
          both(async (one, other) => {
            assert.equal(await failuresOf(one, member(kind, ann, "view")), "");
            assert.match(
              await failuresOf(other, member(kind, bob, "view")),
              /has 2 seats, and 3 would be taken/,
            );
          }));

        it(`at up, where both invite at once with ${kind}`, () =>
          both(async (one, other) => {
            const done = await Promise.allSettled([
              one.create(kind, member(kind, ann, "view").args),
              other.create(kind, member(kind, bob, "view").args),
            ]);
            const [refused] = done.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
            assert.match(refused ?? "", /has 2 seats/);
            assert.equal((await setting.simulator.fetchInvites()).length, 1);
          }));
      }

      it("and count one seat once, where the other has sent the invite", async () => {
        await setting.simulator.setLimits({ member: 3 });
        await both(async (one, other) => {
          await create(one, member("orgMembership", ann, "view"));
          assert.equal(await failuresOf(other, member("orgMembership", bob, "view")), "");
        });
      });

      it("and count those that a roster of the other frees", async () => {
        await setting.simulator.addMember({ email: carol, role: "view" });
        await both(async (one, other) => {
          const args = { orgId: setting.orgId, members: { [owner]: "admin" }, unmanaged: "remove" };
          assert.equal(await failuresOf(one, { kind: "orgRoster", args }), "");
          assert.doesNotMatch(await failuresOf(other, member("orgInvite", bob, "view")), /seats/);
        });
      });
    });

    describe("know whom a roster of the other removes", () => {
      const roster = (): Properties => ({
        orgId: setting.orgId,
        members: { [owner]: "admin" },
        unmanaged: "remove",
      });
      const isRefused = /the OrgRoster of organization \w+ removes them in this run/;

      it("and invite nobody of them, nor let them stay members by another resource", async () => {
        await setting.simulator.addMember({ email: ann, role: "view" });
        await setting.inviteByHand(bob, "view");
        await both(async (one, other) => {
          assert.equal(await failuresOf(one, { kind: "orgRoster", args: roster() }), "");
          for (const email of [ann, bob])
            assert.match(await failuresOf(other, member("orgMembership", email, "view")), isRefused);
          assert.doesNotMatch(await failuresOf(other, member("orgMembership", carol, "view")), isRefused);
        });
      });

      it("but not what its refresh would remove, while the program says otherwise", async () => {
        const made = await start(faces[0], (one) => create(one, { kind: "orgRoster", args: roster() }));
        await setting.simulator.addMember({ email: ann, role: "view" });
        engine = anotherEngine();
        await both(async (one, other) => {
          await one.diff("orgRoster", made.id, made.outs, roster());
          assert.equal(await failuresOf(other, member("orgMembership", ann, "view")), "");
        });
      });
    });

    describe("keep the removal limit together", () => {
      it("before the first removal of a destroy", async () => {
        const team = await setting.team(8);
        const made = await both((one, other) =>
          Promise.all(
            team.map(async (email, index) => {
              const isOne = index % 2 === 0;
              return {
                isOne,
                ...(await create(isOne ? one : other, member("orgMembership", email, "view"))),
              };
            }),
          ),
        );
        engine = anotherEngine();
        await setting.calls("org.removeMember");
        await both(async (one, other) => {
          const each = (work: (provider: ProviderCalls, old: (typeof made)[number]) => Promise<unknown>) =>
            Promise.allSettled(made.map((old) => work(old.isOne ? one : other, old)));
          await each((provider, { id, outs }) => provider.read("orgMembership", id, outs));
          const done = await each((provider, { id, outs }) => provider.delete("orgMembership", id, outs));
          for (const one of done)
            assert.match(
              one.status === "rejected" ? String(one.reason) : "removed",
              /would remove 8 of 9 people, and the limit is 3: nobody was removed/,
            );
        });
        assert.equal(await setting.calls("org.removeMember"), 0);
      });

      it("and remove whom the other has taken out, where it still declares its own people", async () => {
        const team = await setting.team(8);
        const [leaving = "", ...staying] = team;
        const made = await both(async (one, other) => {
          const olds = await Promise.all(
            staying.map((email) => create(one, member("orgMembership", email, "view"))),
          );
          return { olds, old: await create(other, member("orgMembership", leaving, "view")) };
        });
        engine = anotherEngine();
        await both(async (one, other) => {
          for (const { id, outs } of made.olds) await one.read("orgMembership", id, outs);
          await other.read("orgMembership", made.old.id, made.old.outs);
          await failuresOf(one, member("orgMembership", staying[0] ?? "", "view"));
          await other.delete("orgMembership", made.old.id, made.old.outs);
        });
        assert.equal(await setting.live(leaving), "absent");
      });

      for (const kind of ["orgMember", "orgMembership"] as const) {
        it(`and count once whom a roster and the end of an ${kind} take out`, async () => {
          await setting.simulator.addMember({ email: ann, role: "view" });
          setting.env = { LOSANT_MAX_REMOVALS: "1" };
          const roster = (members: object) => ({
            orgId: setting.orgId,
            members: { [owner]: "admin", ...members },
            unmanaged: "ignore",
          });
          const old = await start(faces[0], (one) =>
            create(one, { kind: "orgRoster", args: roster({ [ann]: "view" }) }),
          );
          engine = anotherEngine();
          const ended = {
            kind,
            args: { ...member(kind, ann, "view").args, until: await setting.dateIn(-2) },
          };
          await both(async (one, other) => {
            await one.read("orgRoster", old.id, old.outs);
            const stated = roster({ [ann]: "view" });
            assert.deepEqual((await one.check("orgRoster", stated, roster({}), "roster")).failures, []);
            const { failures } = await other.check(kind, {}, ended.args, "single");
            assert.deepEqual(failures, []);
          });
        });
      }
    });

    it("say once where to list what removed members made, whoever removed them", async () => {
      setting.env = { LOSANT_MAX_REMOVALS: "2" };
      for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
      const [first, second] = await both(async (one, other) => [
        await create(one, member("orgMembership", ann, "view")),
        await create(other, member("orgMembership", bob, "view")),
      ]);
      engine = anotherEngine();
      await both(async (one, other) => {
        if (!first || !second) assert.fail("not made");
        await Promise.all([
          one.delete("orgMembership", first.id, first.outs),
          other.delete("orgMembership", second.id, second.outs),
        ]);
        const printed = (await one.output()) + (await other.output());
        assert.equal(printed.match(/: removed from organization/g)?.length, 2, printed);
        assert.equal(printed.match(/that removed members made/g)?.length, 1, printed);
      });
    });

    const asAnn = async (): Promise<Fetch> => {
      const own = { userId: await setting.simulator.addMember({ email: ann, role: "admin" }), email: ann };
      return async (address, { method, headers, body }) =>
        new URL(address).pathname === "/me"
          ? Response.json(own)
          : fetch(address, { method, headers, body: body ?? null });
    };

    const isOwnUser = /ann@example\.com is the user whom the API token belongs to/;

    if (faces[1] === nativeFace) {
      it("change not the user of a Provider of which one resource has been checked", async () => {
        const work = async (one: ProviderCalls, other: ProviderCalls) => {
          assert.equal(await failuresOf(other, member("orgMember", owner, "admin")), "");
          assert.match(await failuresOf(one, member("orgMember", ann, "edit")), isOwnUser);
        };
        await both(work, { fetch: await asAnn(), providerName: "anns" });
      });

      it("remove not the user of a Provider of which a destroy has read one resource", async () => {
        const fetch = await asAnn();
        const [old, others] = await both(async (one, other) => [
          await create(one, member("orgMember", ann, "admin")),
          await create(other, member("orgInvite", bob, "view")),
        ]);
        engine = anotherEngine();
        const work = async (one: ProviderCalls, other: ProviderCalls) => {
          if (!old || !others) assert.fail("not made");
          await other.read("orgInvite", others.id, others.outs);
          await one.read("orgMember", old.id, old.outs);
          await one.delete("orgMember", old.id, old.outs);
          assert.equal(await setting.live(ann), "member admin");
        };
        await both(work, { fetch, providerName: "anns" });
      });
    }

    it("change the user of neither token, once both have begun", async () => {
      await both(
        async (one, other) => {
          for (const provider of [one, other, one])
            await failuresOf(provider, member("orgInvite", bob, "view"));
          assert.match(
            await failuresOf(other, member("orgMember", owner, "edit")),
            /owner@example\.com is the user whom the API token belongs to/,
          );
        },
        { fetch: await asAnn() },
      );
    });
  });
}
