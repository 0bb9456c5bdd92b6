import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as losant from "../../../sdk";
import { runMocked } from "../../support/mocked-program";
import { needsPackage } from "../../support/needs";
import { temporaryFolder } from "../../support/project-folder";
import { orgId } from "./both-modules";

needsPackage();

describe("an approved plan, in a program of the dynamic face, whose provider is told no stack", () => {
  const before = process.env.LOSANT_APPROVED_PLAN;

  afterEach(() => {
    if (before === undefined) delete process.env.LOSANT_APPROVED_PLAN;
    else process.env.LOSANT_APPROVED_PLAN = before;
  });

  const messageWith = async (content: string) => {
    const file = join(temporaryFolder("approved"), "plan.json");
    writeFileSync(file, content);
    process.env.LOSANT_APPROVED_PLAN = file;
    const ran = await runMocked(() => {
      new losant.Organization("acme", { orgId });
    });
    return ran.error?.message;
  };

  it("of another stack is refused", async () => {
    assert.match(
      (await messageWith('{"stack":"acme/people/prod"}')) ?? "",
      /names the approved plan of stack prod, and this is stack dev/,
    );
  });

  for (const content of ['{"stack":"dev"}', '{"stack":"acme/people/dev"}', "{}", "no JSON"])
    it(`of ${content} goes on to the provider`, async () => {
      assert.equal(await messageWith(content), undefined);
    });
});
