import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type Registered, runMocked } from "../../support/mocked-program";
import { ofBothModules, orgId } from "./both-modules";

const [role, ann] = ["view", "ann@example.com"] as const;

/** The engine takes longer over all but a roster. */
const slowly = async ({ name }: Registered) => {
  if (name !== "all") for (const _ of Array(20)) await new Promise(setImmediate);
  return { orgId, memberCount: 3 };
};

ofBothModules("a roster beside resources of single people", (losant) => {
  const roster = (id: pulumi.Input<string> = orgId) =>
    new losant.OrgRoster("all", {
      orgId: id,
      members: { "owner@example.com": "admin" },
      unmanaged: "ignore",
    });
  const membership = (name: string, email: pulumi.Input<string>, options?: pulumi.CustomResourceOptions) =>
    new losant.OrgMembership(name, { orgId, email, role }, options);

  /** The names of resources, in the order in which the engine is done with them. */
  const orderOf = async (program: () => unknown) => {
    const done: string[] = [];
    const register = async (resource: Registered) => {
      const outputs = await slowly(resource);
      done.push(resource.name);
      return outputs;
    };
    const ran = await runMocked(program, { register });
    assert.equal(ran.error, undefined);
    return done;
  };

  const singles: Record<string, () => unknown> = {
    "an OrgMember by user id": () => new losant.OrgMember("ann", { orgId, userId: orgId, role }),
    "an OrgMembership with a secret email": () => membership("ann", pulumi.secret(ann)),
    "an OrgMembership with an email that some turns of promises lead to": () =>
      membership(
        "ann",
        pulumi.output(Promise.resolve("Ann@Example.com")).apply(async (known) => known),
      ),
    "an OrgMembership in a component": () => {
      const parent = new pulumi.ComponentResource("test:index:Team", "team");
      membership("ann", ann, { parent, protect: false });
    },
  };

  for (const [title, declare] of Object.entries(singles)) {
    it(`is registered after ${title}`, async () => {
      const done = await orderOf(() => {
        roster();
        declare();
      });
      assert.deepEqual(
        done.filter((name) => name !== "team"),
        ["ann", "all"],
      );
    });
  }

  it("waits with its organization where that is an output", async () => {
    const done = await orderOf(() => {
      const acme = new losant.Organization("acme", { orgId });
      roster(acme.orgId);
      new losant.OrgMember("ann", { orgId: acme.orgId, userId: orgId, role });
    });
    assert.deepEqual(done, ["acme", "ann", "all"]);
  });

  it("does not wait for what may wait for it", async () => {
    const done = await orderOf(() => {
      const all = roster();
      membership("after", "after@example.com", { dependsOn: all });
      const later = all.memberCount.apply((count) => `after${count}@example.com`);
      membership("output", later);
      const secret = new Promise<string>((resolve) => later.apply((email) => resolve(`s${email}`)));
      membership("secret", pulumi.secret(secret));
    });
    assert.equal(done[0], "all");
    assert.equal(done.length, 4);
  });

  it("is registered for all that a single resource fails", async () => {
    const program = () => {
      roster();
      membership("gone", "gone@example.com");
    };
    const register = ({ name }: Registered) => {
      if (name === "gone") throw new Error("gone@example.com is not a member");
      return {};
    };
    const { error, registered } = await runMocked(program, { register });
    assert.match(error?.message ?? "", /gone@example\.com is not a member/);
    assert.deepEqual(
      registered.map(({ name }) => name),
      ["gone", "all"],
    );
  });

  it("has no hidden input", async () => {
    const { registered } = await runMocked(() => {
      roster();
      membership("ann", ann);
    });
    const { inputs = {} } = registered.find(({ name }) => name === "all") ?? {};
    const names = Object.keys(inputs).filter((name) => name !== "__provider");
    assert.deepEqual(names.sort(), ["members", "orgId", "unmanaged"]);
  });
});
