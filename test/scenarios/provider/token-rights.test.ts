import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { journalPath } from "../../../provider/journal/journal-file";
import type { SimulatedUserApiToken } from "../../../simulator/types";
import type { Program } from "../../support/engine";
import { dynamicFace, nativeFace, onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { temporaryRoot } from "../../support/project-folder";
import type { ProviderCalls } from "../../support/provider-calls";
import { anotherEngine } from "../../support/provider-process";
import { day, ok, StackSetting } from "../../support/stack-setting";

const id = "9".repeat(24);
const common = { id, name: "ci", status: "active", creationDate: "2026-01-01T00:00:00.000Z" } as const;
const told = /the API token[^\n]*(has no scope|is limited to)/g;
const count = (printed: string) => printed.match(told)?.length ?? 0;

/** Lets Losant list these tokens; the token in use is the one without scopes of its own, and has `scopes`. */
function lists(setting: StackSetting, scopes: string[], ...tokens: Partial<SimulatedUserApiToken>[]) {
  return setting.simulator.putState((state) => {
    state.tokenScopes = scopes;
    state.userApiTokens = tokens.map((token) => ({ ...common, ...token }));
  });
}

onBothFaces("an API token that may not do what a run plans", (face) => {
  const setting = StackSetting.inSuite(face);
  const readOnly = ["all.User.read"];
  const asked = () => setting.calls("userApiTokens.get");

  const people = (role = "view", emails = [ann, bob]): Program =>
    Object.fromEntries(emails.map((email) => [email, setting.resource("orgMembership", { email, role })]));

  it("is warned of once in a preview and in an up, with the scopes and what needs them", async () => {
    await lists(setting, readOnly, {});
    const preview = await setting.engine.preview(people());
    ok(preview);
    assert.match(
      preview.printed,
      /the API token "ci" has no scope to invite people \(org\.inviteMember\), revoke invites .*, change roles .* or remove members/,
    );
    assert.deepEqual([count(preview.printed), await asked()], [1, 1]);
    const up = await setting.engine.up(people());
    assert.match(up.errors.join(), /403/);
    assert.deepEqual([count(up.printed), await asked()], [1, 1]);
  });

  it("is warned of for a roster", async () => {
    await lists(setting, readOnly, {});
    const { printed } = await setting.engine.preview(setting.roster({ [ann]: "view", [bob]: "view" }));
    assert.deepEqual([count(printed), await asked()], [1, 1]);
  });

  it("is not asked about where nothing changes", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    await lists(setting, readOnly, {});
    await asked();
    for (const step of ["preview", "up"] as const) {
      const { printed, errors } = await setting.engine[step](setting.roster({ [ann]: "view" }));
      assert.deepEqual([errors, count(printed), await asked()], [[], 0, 0]);
    }
  });

  it("is not asked about by a refresh that finds a difference", async () => {
    await setting.simulator.addMember({ email: ann, role: "view" });
    ok(await setting.engine.up(setting.roster({ [ann]: "view" })));
    await asked();
    await setting.simulator.setMember(ann, { role: "edit" });
    await setting.during(async (provider) => {
      const { id: known = "", outputs = {}, inputs = {} } = setting.engine.stack.get("everybody") ?? {};
      const { props } = await provider.read("orgRoster", known, outputs);
      assert.equal((await provider.diff("orgRoster", known, props, inputs)).changes, true);
    });
    assert.equal(await asked(), 0);
  });

  it("is warned of before the first removal of an up, which no preview knew of", async () => {
    for (const email of [ann, bob]) await setting.simulator.addMember({ email, role: "view" });
    ok(await setting.engine.up(people()));
    await lists(setting, readOnly, {});
    await asked();
    const { printed, errors } = await setting.engine.up({});
    assert.match(errors.join(), /403/);
    assert.deepEqual([count(printed), await asked()], [1, 1]);
  });

  it("is warned of before an invite is revoked", async () => {
    ok(await setting.engine.up(people()));
    await lists(setting, readOnly, {});
    assert.equal(count((await setting.engine.up({})).printed), 1);
  });

  for (const [what, scope, program] of [
    [
      "settings that change",
      /change settings \(org\.patch\)/,
      () => ({ it: setting.resource("organization", { description: "new" }) }),
    ],
    [
      "an organization that is created",
      /create organizations \(orgs\.post\), .*orgs\.\*/,
      () => ({ it: { kind: "organization", args: { name: "New" } } as const }),
    ],
    [
      "a transfer",
      /transfer applications and dashboards \(org\.transferResources\)/,
      () => ({
        it: setting.resource("resourceTransfer", {
          destinationId: setting.simulator.userId,
          destinationType: "user",
          applicationIds: ["1".repeat(24)],
        }),
      }),
    ],
  ] as const)
    it(`is warned of for ${what}`, async () => {
      await lists(setting, readOnly, {});
      const { printed, errors } = await setting.engine.preview(program());
      assert.deepEqual(errors, []);
      assert.match(printed, scope);
      assert.equal(count(printed), 1);
    });

  it("is not asked about for settings that are as stated", async () => {
    const program = { it: setting.resource("organization", { description: "new", cardToken: "card" }) };
    ok(await setting.engine.up(program));
    await asked();
    ok(await setting.engine.preview(program));
    assert.equal(await asked(), 0);
  });

  it("is warned of before an organization is deleted", async () => {
    const args = { deletionPolicy: "delete", forceDestroy: true };
    ok(await setting.engine.up({ it: setting.resource("organization", args) }));
    await lists(setting, readOnly, {});
    assert.match((await setting.engine.destroy()).printed, /delete organizations \(org\.delete\)/);
  });

  it("tells of a limit to a lower role, in the organization concerned", async () => {
    const orgRoles = [{ orgId: setting.orgId, role: "edit" as const }];
    await lists(setting, ["all.User"], { orgRoles });
    const { printed, errors } = await setting.engine.up(people());
    assert.match(printed, new RegExp(`"ci" is limited to the role edit in organization ${setting.orgId}`));
    assert.equal(count(printed), 1);
    assert.match(errors.join(), /403.*limited/);
  });

  it("says of several what all of them lack", async () => {
    const other = { id: "8".repeat(24), name: "other", scope: ["org.get", "userApiTokens.get"] };
    await lists(setting, readOnly, {}, other);
    const { printed } = await setting.engine.preview(people());
    assert.match(printed, /the API token, which is one of 2 of its user, has no scope to invite people/);
  });

  for (const [what, tokens] of Object.entries({
    "one of several has them": [{}, { id: "8".repeat(24), scope: ["all.User"] }],
    "Losant lists none": [],
    "only one is listed that cannot be it": [{ scope: ["org.get"] }],
  }))
    it(`says nothing of scopes where ${what}`, async () => {
      await lists(setting, readOnly, ...tokens);
      const { printed, errors } = await setting.engine.preview(people());
      assert.deepEqual([errors, count(printed)], [[], 0]);
    });

  it("says nothing where the token may not list tokens, and nothing else changes", async () => {
    await lists(setting, ["org.*", "me.get"], { defaultRole: "view" });
    const { printed, errors } = await setting.engine.preview(people());
    assert.deepEqual([errors, count(printed)], [[], 0]);
    assert.doesNotMatch(printed, /userApiTokens|\/me\/tokens/);
  });

  for (const fault of [
    { status: 503, times: 9 },
    { reset: true, times: 9 },
  ])
    it(`goes on where Losant does not answer: ${JSON.stringify(fault)}`, async () => {
      await setting.simulator.fault({ action: "userApiTokens.get", ...fault });
      ok(await setting.engine.up(people()));
      assert.equal(await setting.live(ann), "invite view");
    });

  it("waits for no second answer, as it is no more than a hint", async () => {
    await setting.simulator.fault({ action: "userApiTokens.get", status: 429, retryAfter: 300, times: 9 });
    ok(await setting.engine.preview(people()));
    assert.equal(await asked(), 1);
  });

  it("shows neither the token in the name that Losant lists, nor a name of any length", async () => {
    await lists(setting, readOnly, { name: `${setting.simulator.token} ${"n".repeat(200)}` });
    const { printed } = await setting.engine.preview(people());
    assert.match(printed, /the API token "\(secret\) n{71}…" has no scope/);
  });

  it("goes by the token that names itself, and shows no text of it", async () => {
    const payload = Buffer.from(JSON.stringify({ sub: id })).toString("base64url");
    const token = `eyJhbGciOiJIUzI1NiJ9.${payload}.c2lnbmF0dXJl`;
    const other = { id: "8".repeat(24), name: "other", scope: ["all.User"] };
    await lists(setting, readOnly, {}, other);
    await setting.simulator.putState((state) => {
      state.token = token;
    });
    setting.env.LOSANT_API_TOKEN = token;
    const { printed } = await setting.engine.preview(people());
    assert.match(printed, /the API token "ci" has no scope/);
    assert.doesNotMatch(printed, new RegExp(payload));
  });

  it("is told when it expires, where it does not say so itself and something changes", async () => {
    const expirationDate = new Date(Date.now() + 5 * day - 60_000).toISOString();
    await lists(setting, ["all.User"], { expirationDate });
    const { printed } = await setting.engine.up(people());
    assert.equal(printed.match(/the API token expires in 5 days/g)?.length, 1);
    assert.doesNotMatch((await setting.engine.preview(people())).printed, /expires in/);
  });
});

for (const faces of [
  [dynamicFace, dynamicFace],
  [nativeFace, nativeFace],
  [dynamicFace, nativeFace],
] as const)
  describe(`what two providers of a run say of their token (${faces.map(({ name }) => name).join(" and ")})`, () => {
    const setting = StackSetting.inSuite();

    let engine: string;
    /** What the processes of the run have told each other. */
    let shared: string;

    beforeEach(() => {
      engine = anotherEngine();
    });

    /** What both print of a check of each, one after the other or at once. */
    async function printedBy(isAtOnce: boolean): Promise<string> {
      const env = { ...setting.simulator.env, ...setting.env };
      const options = { folder: "", env, engine, client: { backoff: () => 0 } };
      const check = (provider: ProviderCalls, email: string) =>
        provider.check("orgMembership", {}, { orgId: setting.orgId, email, role: "view" });
      return faces[0].inProcess(options, (one) =>
        faces[1].inProcess(options, async (other) => {
          const checks = ([one, other, one, other] as const).map(
            (provider, at) => () => check(provider, `new${at}@example.com`),
          );
          if (isAtOnce) await Promise.all(checks.map((each) => each()));
          else for (const each of checks) await each();
          shared = readFileSync(journalPath(engine, temporaryRoot()), "utf8");
          return (await one.output()) + (await other.output());
        }),
      );
    }

    for (const isAtOnce of [false, true])
      it(`is said once, ${isAtOnce ? "checked at once" : "and asked for once, one after the other"}`, async () => {
        await lists(setting, ["all.User.read"], { name: "of carol@example.com" });
        assert.equal(count(await printedBy(isAtOnce)), 1);
        assert.ok(shared.includes("all.User.read"));
        assert.ok(shared.split('"warned of the token"').length <= 3, "each announces it once at most");
        for (const secret of [setting.simulator.token, "carol@example.com"])
          assert.ok(!shared.includes(secret), secret);
        const requests = await setting.calls("userApiTokens.get");
        assert.ok(isAtOnce ? requests <= 2 : requests === 1, String(requests));
      });

    it("is shared without whatever else stands in Losant's answer", async () => {
      const secret = "s3cr3t-token-of-somebody";
      await lists(setting, ["all.User.read"], { scope: ["all.User.read", secret] });
      assert.equal(count(await printedBy(false)), 1);
      assert.ok(shared.includes("all.User.read") && !shared.includes(secret));
    });

    it("is said once of an expiry that the token says itself", async () => {
      const exp = Math.floor((Date.now() + 5 * day - 60_000) / 1000);
      const payload = Buffer.from(JSON.stringify({ exp })).toString("base64url");
      setting.env.LOSANT_API_TOKEN = `eyJhbGciOiJIUzI1NiJ9.${payload}.c2lnbmF0dXJl`;
      await setting.simulator.putState((state) => {
        state.token = setting.env.LOSANT_API_TOKEN ?? "";
      });
      const printed = await printedBy(false);
      assert.equal(printed.match(/the API token expires in 5 days/g)?.length, 1);
    });
  });
