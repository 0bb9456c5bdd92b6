import assert from "node:assert/strict";
import type { Fetch } from "../../../client";
import { dynamicFace, type Face, nativeFace } from "../../support/faces";
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
      client: { fetch?: Fetch } = {},
    ) => {
      const env = { ...setting.simulator.env, ...setting.env };
      return face.inProcess({ folder: "", env, engine, client: { backoff: () => 0, ...client } }, work);
    };

    /** Both providers at once. */
    const both = <Result>(
      work: (one: ProviderCalls, other: ProviderCalls) => Promise<Result>,
      ofOther: { fetch?: Fetch } = {},
    ) => start(faces[0], (one) => start(faces[1], (other) => work(one, other), ofOther));

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

    it("change the user of neither token, once both have begun", async () => {
      const own = { userId: await setting.simulator.addMember({ email: ann, role: "admin" }), email: ann };
      const asAnn: Fetch = async (address, { method, headers, body }) =>
        new URL(address).pathname === "/me"
          ? Response.json(own)
          : fetch(address, { method, headers, body: body ?? null });
      await both(
        async (one, other) => {
          for (const provider of [one, other, one])
            await failuresOf(provider, member("orgInvite", bob, "view"));
          assert.match(
            await failuresOf(other, member("orgMember", owner, "edit")),
            /owner@example\.com is the user whom the API token belongs to/,
          );
        },
        { fetch: asAnn },
      );
    });
  });
}
