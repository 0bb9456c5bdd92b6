import assert from "node:assert/strict";
import type { CustomResource, Unwrap } from "@pulumi/pulumi";
import type { z } from "zod";
import type { DataFunction, dataFunctions } from "../../../client/data-functions";
import * as providers from "../../../provider";
import { type ResourceKindName, resourceKinds } from "../../../provider/calls/resource-kinds";
import type * as losant from "../../../sdk";

/** Whether two types take each other's values and have the same keys. */
type Same<One, Other> = [One, keyof One] extends [Other, keyof Other]
  ? [Other, keyof Other] extends [One, keyof One]
    ? true
    : false
  : false;

/** `true` where nothing differs; else the names of what does, to which `true` cannot be assigned. */
type Agree<Sameness extends Record<string, boolean>> =
  Sameness extends Record<string, true>
    ? true
    : { [Name in keyof Sameness]: Sameness[Name] extends true ? never : Name }[keyof Sameness];

type Lifecycle<Name extends ResourceKindName> = (typeof resourceKinds)[Name]["lifecycle"];
type Class<Name extends ResourceKindName> = (typeof losant)[Capitalize<Name>];
type Args<Name extends ResourceKindName> = Unwrap<ConstructorParameters<Class<Name>>[1]>;

/** The outputs that a class declares. */
type Outputs<Resource> = Record<Exclude<keyof Resource, keyof CustomResource>, unknown>;

/** What a resource records and users can read. */
type Recorded<State extends z.ZodType> = Record<Exclude<keyof z.output<State>, `__${string}`>, unknown>;

type DataFunctionName = keyof typeof dataFunctions;

/** What a data function takes. */
type Asked<Name extends DataFunctionName> =
  (typeof dataFunctions)[Name] extends DataFunction<infer Taken, unknown> ? Taken : never;

/** What a data function documents. */
type Documented<Name extends DataFunctionName> = NonNullable<Parameters<(typeof losant)[Name]>[0]>;

/* What sdk/ documents, and what provider/ and client/ take and record. When the two drift apart, this does not compile. */
const agree: {
  "arguments of classes": Agree<{
    [Name in ResourceKindName]: Same<Args<Name>, z.input<Lifecycle<Name>["arguments"]>>;
  }>;
  "outputs of classes": Agree<{
    [Name in ResourceKindName]: Same<Outputs<InstanceType<Class<Name>>>, Recorded<Lifecycle<Name>["state"]>>;
  }>;
  "arguments of data functions": Agree<{ [Name in DataFunctionName]: Same<Documented<Name>, Asked<Name>> }>;
} = {
  "arguments of classes": true,
  "outputs of classes": true,
  "arguments of data functions": true,
};

describe("documented names and types", () => {
  for (const [what, isSame] of Object.entries(agree)) {
    it(`are, for ${what}, those that the provider has`, () => assert.equal(isSame, true));
  }

  it("stand for a class that has a provider, under the name that states record", () => {
    const expected = Object.values(resourceKinds).map(({ lifecycle: { kind } }) => [
      `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
    ]);
    assert.deepEqual(Object.keys(resourceKinds), expected.flat());
    assert.deepEqual(Object.keys(providers).sort(), expected.flat().sort());
  });
});
