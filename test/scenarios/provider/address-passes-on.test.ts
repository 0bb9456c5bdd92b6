import assert from "node:assert/strict";
import { changeAddresses } from "../../support/addresses";
import type { Outcome } from "../../support/engine";
import { onBothFaces } from "../../support/faces";
import { ann, bob } from "../../support/one-person";
import { ok, owner, StackSetting } from "../../support/stack-setting";

const now = "ann.new@example.com";
const waiting = "parked@example.com";

const told = ({ printed, errors }: Outcome) => [printed, ...errors].join("\n");

onBothFaces("a roster, once a member's address is somebody else's", (face) => {
  const setting = StackSetting.inSuite(face);
  let annId: string;

  const roster = (members: object, more: object = {}) => ({
    team: setting.resource("orgRoster", { members: { [owner]: "admin", ...members }, ...more }),
  });
  /** Ann is followed to her new address, and a stranger gets her old one. */
  const passOn = async (role: "admin" | "view" = "admin"): Promise<string> => {
    await changeAddresses(setting, { [annId]: now });
    return setting.simulator.addMember({ email: ann, role });
  };

  beforeEach(async () => {
    annId = await setting.simulator.addMember({ email: ann, role: "view" });
  });

  it("refuses the stranger where unmanaged is fail", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" }, { unmanaged: "fail" })));
    const stranger = await passOn();
    const outcome = await setting.engine.preview(roster({ [ann]: "view" }, { unmanaged: "fail" }));
    assert.match(told(outcome), new RegExp(`${ann} \\(user ${stranger}, admin\\) is not in the roster`));
  });

  it("shows the stranger where unmanaged is warn, and leaves them alone", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    const stranger = await passOn();
    const outcome = await setting.engine.up(roster({ [ann]: "view" }));
    ok(outcome);
    assert.match(outcome.printed, new RegExp(`! ${ann} \\(user ${stranger}\\) is not in the roster`));
    assert.equal(await setting.live(ann), "member admin");
  });

  it("removes the stranger, and not who is followed, where unmanaged is remove", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" }, { unmanaged: "remove" })));
    await passOn("view");
    ok(await setting.engine.up(roster({ [ann]: "view" }, { unmanaged: "remove" })));
    assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "absent"]);
  });

  it("plans nothing for the stranger once the new address is stated", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    await passOn("view");
    const outcome = await setting.engine.up(roster({ [now]: "view" }));
    ok(outcome);
    assert.doesNotMatch(outcome.printed, /- remove/);
    assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "member view"]);
  });

  it("keeps the lists of who is stated by the new address: what is taken out becomes empty", async () => {
    const applicationRoles = [{ resourceId: "5f0000000000000000000001", role: "view" }];
    ok(await setting.engine.up(roster({ [ann]: { role: "view", applicationRoles } })));
    await passOn("view");
    ok(await setting.engine.up(roster({ [now]: "view" })));
    assert.deepEqual((await setting.simulator.fetchMember(now))?.applicationRoles, []);
  });

  it("takes both where both are stated by the addresses that they have now", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    const stranger = await passOn("view");
    const truth = roster({ [now]: "view", [ann]: "edit" }, { unmanaged: "fail" });
    ok(await setting.engine.up(truth));
    assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "member edit"]);
    const again = await setting.engine.preview(truth);
    ok(again);
    assert.equal(again.operations.team, "same");
    ok(await setting.engine.up(roster({ [now]: "view" })));
    assert.equal(await setting.simulator.fetchMember(ann), undefined, `${stranger} was taken out`);
  });

  it("says that an address has changed, before the roles of whoever had it change", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    await changeAddresses(setting, { [annId]: now });
    const quiet = await setting.engine.preview(roster({ [ann]: "view" }));
    ok(quiet);
    assert.match(quiet.printed, new RegExp(`! ${ann} is now ${now} at Losant`));
    const promoting = await setting.engine.preview(roster({ [ann]: "admin" }));
    assert.match(promoting.printed, new RegExp(`! ${ann} is now ${now} at Losant`));
    assert.match(promoting.printed, new RegExp(`~ change ${now}: role view => admin`));
  });

  it("gives the entry to who has the address now where the person whom it followed is gone, and says so", async () => {
    ok(await setting.engine.up(roster({ [ann]: "edit" })));
    const heir = await passOn("view");
    await setting.simulator.removeMember(now);
    const preview = await setting.engine.preview(roster({ [ann]: "edit" }));
    assert.match(preview.printed, new RegExp(`! ${ann} is another user now \\(user ${heir}\\)`));
    ok(await setting.engine.up(roster({ [ann]: "edit" })));
    assert.equal(await setting.live(ann), "member edit");
    assert.equal((await setting.engine.preview(roster({ [ann]: "edit" }))).operations.team, "same");
  });

  it("leaves who has the address now alone where the person whom it followed is gone and taken out", async () => {
    ok(await setting.engine.up(roster({ [ann]: "view" })));
    await passOn("view");
    await setting.simulator.removeMember(now);
    ok(await setting.engine.up(roster({})));
    assert.equal(await setting.live(ann), "member view");
  });

  it("leaves who has the address now alone at the end of the access of who had it", async () => {
    const until = await setting.dateIn(2);
    const limited = roster({ [ann]: { role: "view", until } }, { unmanaged: "ignore" });
    ok(await setting.engine.up(limited));
    await passOn("view");
    await setting.simulator.advance(5 * 24 * 60 * 60 * 1000);
    for (let run = 0; run < 2; run += 1) ok(await setting.engine.up(limited));
    assert.deepEqual([await setting.live(now), await setting.live(ann)], ["absent", "member view"]);
  });

  describe("of two people who have swapped addresses", () => {
    let bobId: string;
    beforeEach(async () => {
      bobId = await setting.simulator.addMember({ email: bob, role: "edit" });
    });
    const swap = async () => {
      await changeAddresses(setting, { [annId]: waiting });
      await changeAddresses(setting, { [bobId]: ann });
      await changeAddresses(setting, { [annId]: bob });
    };

    for (const unmanaged of ["remove", "warn", "fail", "ignore"]) {
      it(`removes who is taken out, where unmanaged is ${unmanaged}, and keeps the other`, async () => {
        const both = roster({ [ann]: "view", [bob]: "edit" }, { unmanaged });
        ok(await setting.engine.up(both));
        await swap();
        const outcome = await setting.engine.up(roster({ [ann]: "view" }, { unmanaged }));
        ok(outcome);
        assert.match(outcome.printed, new RegExp(`${ann}: removed from organization`));
        assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member view"]);
        const after = await setting.engine.preview(roster({ [ann]: "view" }, { unmanaged }));
        assert.equal(after.operations.team, "same");
      });
    }

    it("keeps the roles of each as they are stated of them", async () => {
      const both = roster({ [ann]: "view", [bob]: "edit" });
      ok(await setting.engine.up(both));
      await swap();
      ok(await setting.engine.up(both));
      assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["member edit", "member view"]);
      ok(await setting.engine.up(roster({ [ann]: "collaborate", [bob]: "edit" })));
      assert.equal(await setting.live(bob), "member collaborate");
    });

    it("tells of a removal under the terms of who is removed", async () => {
      const until = await setting.dateIn(90);
      const both = {
        [ann]: { role: "view", until, reason: "of ann" },
        [bob]: { role: "edit", reason: "of bob" },
      };
      ok(await setting.engine.up(roster(both)));
      await swap();
      const outcome = await setting.engine.up(roster({ [ann]: both[ann] }));
      assert.match(outcome.printed, /removed from organization .*was stated with.*of bob/);
    });
  });
});

for (const kind of ["orgMembership", "orgMember"] as const) {
  onBothFaces(`an ${kind}, once the member's address is somebody else's`, (face) => {
    const setting = StackSetting.inSuite(face);
    let annId: string;
    const declared = (args: object = {}) => ({
      ann: setting.resource(kind, { email: ann, role: "view", ...args }),
    });
    const passOn = async (role: "admin" | "view" = "view"): Promise<string> => {
      await changeAddresses(setting, { [annId]: now });
      return setting.simulator.addMember({ email: ann, role });
    };

    beforeEach(async () => {
      annId = await setting.simulator.addMember({ email: ann, role: "view" });
      ok(await setting.engine.up(declared()));
    });

    it("says that the address has changed", async () => {
      await changeAddresses(setting, { [annId]: now });
      const outcome = await setting.engine.preview(declared());
      ok(outcome);
      assert.match(outcome.printed, new RegExp(`${ann} is now ${now} at Losant`));
      const promoting = await setting.engine.preview(declared({ role: "admin" }));
      assert.match(promoting.printed, new RegExp(`${ann} is now ${now} at Losant`));
    });

    it("changes the roles of the person who is followed", async () => {
      await passOn();
      ok(await setting.engine.up(declared({ role: "edit" })));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member edit", "member view"]);
    });

    it("is judged by the person who is followed, not by who has the address now", async () => {
      await passOn("admin");
      setting.env = { LOSANT_MIN_ADMINS: "2" };
      ok(await setting.engine.preview(declared({ role: "edit" })));
    });

    it("ends the access of the person who is followed, and of nobody after them", async () => {
      const until = await setting.dateIn(2);
      ok(await setting.engine.up(declared({ until })));
      await passOn();
      await setting.simulator.advance(5 * 24 * 60 * 60 * 1000);
      for (let run = 0; run < 2; run += 1) ok(await setting.engine.up(declared({ until })));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["absent", "member view"]);
      const after = await setting.engine.preview(declared({ until }));
      assert.equal(after.operations.ann, "same");
      ok(await setting.engine.up({}));
      assert.equal(await setting.live(ann), "member view");
    });

    it("ends the access of the person who is followed where the program states an end that has passed", async () => {
      await passOn();
      const until = await setting.dateIn(-2);
      ok(await setting.engine.up(declared({ until })));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["absent", "member view"]);
    });

    it("removes the person who is followed where it is taken out, and nobody where they are gone", async () => {
      await passOn();
      ok(await setting.engine.up({}));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["absent", "member view"]);
    });

    it("removes nobody where it is taken out and the person is gone", async () => {
      await passOn();
      await setting.simulator.removeMember(now);
      ok(await setting.engine.up({}));
      assert.equal(await setting.live(ann), "member view");
    });

    it("takes both where the new address is stated and the old one by another resource", async () => {
      await passOn();
      const truth = {
        ann: setting.resource(kind, { email: now, role: "view" }),
        other: setting.resource(kind, { email: ann, role: "edit" }),
      };
      ok(await setting.engine.up(truth));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "member edit"]);
      ok(await setting.engine.up({ ann: truth.ann }));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "absent"]);
    });

    it("is refused beside a new resource of the new address, with whom the old one means", async () => {
      const stranger = await passOn();
      const other = { other: setting.resource(kind, { email: now, role: "view" }) };
      const outcome = await setting.engine.preview({ ...declared(), ...other });
      assert.match(
        told(outcome),
        new RegExp(
          `(is declared twice|are the same person).*${ann} means user ${annId}, .* who is ${now} now; at Losant it is ` +
            `user ${stranger} by now\\. To declare both, first declare user ${annId} once, by ${now}, and run up`,
        ),
      );
      ok(await setting.engine.up(other));
      ok(await setting.engine.up({ ...other, ...declared({ role: "edit" }) }));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "member edit"]);
    });

    it("is refused where it is renamed, as its address names two people", async () => {
      await passOn();
      const renamed = { other: setting.resource(kind, { email: ann, role: "edit" }) };
      const outcome = await setting.engine.up(renamed);
      assert.match(told(outcome), new RegExp(`${ann} is another user at Losant now`));
      assert.deepEqual([await setting.live(now), await setting.live(ann)], ["member view", "member view"]);
    });

    it("removes who is taken out of two people who have swapped addresses", async () => {
      const bobId = await setting.simulator.addMember({ email: bob, role: "edit" });
      const other = { other: setting.resource(kind, { email: bob, role: "edit" }) };
      ok(await setting.engine.up({ ...declared(), ...other }));
      await changeAddresses(setting, { [annId]: waiting });
      await changeAddresses(setting, { [bobId]: ann });
      await changeAddresses(setting, { [annId]: bob });
      ok(await setting.engine.up(declared()));
      assert.deepEqual([await setting.live(ann), await setting.live(bob)], ["absent", "member view"]);
    });
  });
}
