import assert from "node:assert/strict";
import { idOfName } from "../../../provider/decisions/named-resources";
import { idOf, orgId } from "../samples";

const all = [
  { id: idOf(1).toUpperCase(), name: "Plant" },
  { id: idOf(2), name: "Twin" },
  { id: idOf(3), name: "Twin" },
  { id: idOf(4) },
];
const find = (name: string, among = all) => idOfName("application", name, among, orgId);
const problem = (name: string, among = all) => {
  const found = find(name, among);
  return "problem" in found ? found.problem : "";
};

describe("unit: the name of an application", () => {
  it("gives its id in lower case", () => assert.deepEqual(find("Plant"), { id: idOf(1) }));

  it("is exact, and told with the nearest where it is not there", () => {
    assert.match(
      problem("plant"),
      /^organization \w+ has no application named "plant" .*did you mean "Plant"\?$/,
    );
  });

  it("of several is told with their ids", () => {
    assert.match(
      problem("Twin"),
      new RegExp(`2 applications named "Twin": .* one of ${idOf(2)}, ${idOf(3)}$`),
    );
  });

  it("that nothing is near is told with some that there are", () => {
    assert.match(problem("Something else"), /there are "Plant", "Twin"$/);
    assert.match(problem("Something else", all.slice(0, 1)), /there is "Plant"$/);
    assert.match(problem("Plant", []), /it has no applications$/);
    const many = Array.from({ length: 7 }, (_, at) => ({ id: idOf(at), name: `Number ${at}` }));
    assert.match(problem("Something else", many), /"Number 4" and 2 more$/);
  });

  it("steers no terminal", () => assert.doesNotMatch(problem("a\u202eb\nc"), /[\u202e\n]/));
});
