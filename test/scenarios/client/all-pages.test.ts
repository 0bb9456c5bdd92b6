import assert from "node:assert/strict";
import { failureOf, type ScriptedAnswer, someId, useServer } from "./harness";

describe("lists in pages", () => {
  const server = useServer();

  const id = (number: number) => number.toString(16).padStart(24, "0");
  const pageOf = (totalCount: number, ...numbers: number[]): ScriptedAnswer => {
    const items = numbers.map((number) => ({ id: id(number), name: `App ${number}`, members: [] }));
    return { body: JSON.stringify({ items, count: items.length, totalCount }) };
  };
  const lists = {
    applications: () => server.client().applications.all({ orgId: someId }),
    dashboards: () => server.client().dashboards.all({ orgId: someId }),
    organizations: () => server.client().orgs.all(),
  };
  const pages = () => server.seen.map(({ query }) => Number(query.get("page")));

  for (const [noun, list] of Object.entries(lists)) {
    it(`of ${noun} are read to their end`, async () => {
      server.script(pageOf(3, 1, 2), pageOf(3, 3));
      assert.deepEqual(
        (await list()).map((one) => one.id),
        [1, 2, 3].map(id),
      );
      assert.deepEqual(pages(), [0, 1]);
    });

    it(`of ${noun} end where every page is the first one`, async () => {
      server.script(pageOf(28_000, 1, 2));
      const { message, retryable, action } = await failureOf(list());
      assert.match(
        message,
        /^Listing .* failed: the pages of GET .* \(page 1 repeats an item\)\. If it is being/,
      );
      assert.deepEqual([retryable, action.endsWith(".get"), pages()], [true, true, [0, 1, 0, 1]]);
    });

    it(`of ${noun} are refused where pages end before the total that they promise`, async () => {
      server.script(pageOf(3, 1, 2), pageOf(3), pageOf(3, 1, 2), pageOf(3));
      assert.match((await failureOf(list())).message, /\(there are 2 of 3 items\)/);
    });
  }

  it("are read again where somebody adds an item between two pages", async () => {
    server.script(pageOf(3, 2, 3), pageOf(4, 3, 4), pageOf(4, 1, 2), pageOf(4, 3, 4));
    assert.equal((await lists.applications()).length, 4);
  });

  it("are read again where somebody removes one, so that no other is left out", async () => {
    server.script(pageOf(4, 1, 2), pageOf(3, 4), pageOf(3, 2, 3), pageOf(3, 4));
    assert.deepEqual(
      (await lists.organizations()).map((one) => one.id),
      [2, 3, 4].map(id),
    );
  });

  it("hold an item once, in whatever case its id is written", async () => {
    const items = [{ id: "ab".repeat(12) }, { id: "AB".repeat(12) }];
    server.script({ body: JSON.stringify({ items, count: 2, totalCount: 2 }) });
    assert.match((await failureOf(lists.dashboards())).message, /page 0 repeats an item/);
  });

  it("never hold more than the first page promises, whatever later pages promise", async () => {
    const growing = Array.from({ length: 50 }, (_, page) => pageOf(page + 2, page));
    server.script(...growing);
    assert.match((await failureOf(lists.applications())).message, /the total changed from/);
    assert.equal(server.seen.length, 4);
  });
});
