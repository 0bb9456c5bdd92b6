import assert from "node:assert/strict";
import { z } from "zod";
import { AllowedValues } from "../../../tools/schema/allowed-values";
import { functionSpecification } from "../../../tools/schema/function-specification";
import { resourceSpecification } from "../../../tools/schema/resource-specification";
import type { SdkDocumentation } from "../../../tools/schema/sdk-documentation";
import { settingProblems } from "../../../tools/schema/settings";
import { TypeSpecifications } from "../../../tools/schema/type-specifications";
import { madeUpSdk } from "./made-up-sdk";

const Wheel = z.strictObject({ size: z.number() });
const CarArguments = z.strictObject({
  name: z.string().trim().toLowerCase(),
  color: z.enum(["red", "blue"]).optional(),
  wheels: z.array(Wheel).optional(),
  seats: z.record(z.string(), z.union([z.enum(["front"]), Wheel])).optional(),
});
const CarState = CarArguments.extend({ distance: z.number().optional(), __key: z.string() });

describe("a schema whose sources disagree", () => {
  let sdk: SdkDocumentation;

  before(() => {
    sdk = madeUpSdk();
  });

  const specify = (kind: string, schema: z.ZodObject, state: z.ZodObject) => {
    const types = new TypeSpecifications(new AllowedValues([]));
    const source = { kind, arguments: schema, state, replacing: ["name"], secrets: ["color"] };
    const specification = resourceSpecification(source, sdk.resource(kind), types);
    return { specification, problems: types.problems };
  };
  const problemsOfCar = (change: z.ZodRawShape, state: z.ZodObject = CarState): string[] =>
    specify("Car", CarArguments.extend(change), state).problems;

  it("is made where they agree", () => {
    const { specification, problems } = specify("Car", CarArguments, CarState);
    assert.deepEqual(problems, []);
    assert.deepEqual(specification.requiredInputs, ["name"]);
    assert.deepEqual(specification.required, ["name", "color", "distance"]);
    const { name, color } = specification.properties;
    assert.deepEqual(name, { type: "string", description: "How it is called." });
    const description = "The colour that it has. One of `blue`, `red`.";
    assert.deepEqual(color, { type: "string", description, secret: true });
    assert.equal(specification.inputProperties.name?.willReplaceOnChanges, true);
  });

  const disagreements: [string, z.ZodRawShape, string][] = [
    [
      "an argument that TypeScript lacks",
      { age: z.number() },
      "CarArgs.age: zod has it, TypeScript does not",
    ],
    [
      "an argument that is required for one alone",
      { name: z.string().optional() },
      "CarArgs.name: is optional for zod, required for TypeScript",
    ],
    [
      "an argument of another type",
      { name: z.number() },
      "CarArgs.name: is number for zod, string for TypeScript",
    ],
    [
      "another set of allowed values",
      { color: z.enum(["red", "green"]).optional() },
      'CarArgs.color: is "red" | "green" for zod, "red" | "blue" for TypeScript',
    ],
    [
      "any text where TypeScript has a few words",
      { color: z.string().optional() },
      'CarArgs.color: is string for zod, "red" | "blue" for TypeScript',
    ],
    [
      "another type inside a list",
      { wheels: z.array(z.strictObject({ size: z.string() })).optional() },
      "CarArgs.wheels[].size: is string for zod, number for TypeScript",
    ],
    [
      "another option inside a map",
      { seats: z.record(z.string(), z.union([z.enum(["front"]), z.boolean()])).optional() },
      "CarArgs.seats{}: may be flag for zod only",
    ],
    [
      "an argument of which zod says nothing",
      { name: z.unknown() },
      "CarArgs.name: is anything for zod, string for TypeScript",
    ],
    [
      "whole numbers for zod alone",
      { wheels: z.array(z.strictObject({ size: z.int() })).optional() },
      "CarArgs.wheels[].size: is whole number for zod, number for TypeScript",
    ],
  ];
  for (const [title, change, problem] of disagreements) {
    it(`refuses ${title}`, () =>
      assert.ok(problemsOfCar(change).includes(problem), problemsOfCar(change).join("\n")));
  }

  it("refuses an argument that zod lacks", () => {
    const { problems } = specify("Car", CarArguments.omit({ color: true }), CarState);
    assert.deepEqual(problems, ["CarArgs.color: TypeScript has it, zod does not"]);
  });

  it("refuses outputs that are not recorded, and recorded ones that no class shows", () => {
    const state = CarState.omit({ distance: true }).extend({ speed: z.number() });
    assert.deepEqual(problemsOfCar({}, state), [
      "Car.distance: TypeScript has it, zod does not",
      "Car.speed: zod has it, TypeScript does not",
    ]);
  });

  it("refuses an output of another type than is recorded", () => {
    assert.deepEqual(problemsOfCar({}, CarState.extend({ distance: z.string() })), [
      "Car.distance: is string for zod, number for TypeScript",
    ]);
  });

  it("lets states be read leniently", () => {
    const state = CarState.extend({ color: z.string().optional(), wheels: z.unknown() });
    assert.deepEqual(problemsOfCar({}, state), []);
  });

  it("refuses a provider's arguments that are not the settings", () => {
    assert.deepEqual(settingProblems(sdk.args("Provider")), [
      "ProviderArgs.apiUrl: has no docstring",
      "ProviderArgs.requestTimeout: TypeScript takes no integer",
      "ProviderArgs.minAdmins: TypeScript lacks it",
      "ProviderArgs.color: there is no such setting",
    ]);
  });

  it("refuses a function that asks for other arguments, and a list that stands nowhere", () => {
    const types = new TypeSpecifications(new AllowedValues([]));
    const source = { name: "getWay", argumentNames: ["start", "speed"], property: undefined };
    functionSpecification(source, sdk.dataFunction("getWay"), types);
    assert.deepEqual(types.problems, [
      "getWay(args).end: TypeScript has it, its description does not",
      "getWay(args).speed: its description has it, TypeScript does not",
      "getWay: gives no object, and its description names no property for what it gives",
    ]);
  });

  it("refuses what has no docstring or no name", () => {
    const sails = z.array(Wheel).optional();
    const boat = z.strictObject({ length: z.number(), sails });
    assert.deepEqual(specify("Boat", boat, boat.extend({ sails: Wheel.optional() })).problems, [
      "BoatArgs.length: has no docstring",
      "BoatArgs.sails: has an object type without a name",
    ]);
  });
});
