import assert from "node:assert/strict";
import { deviceDays, notebookDays, payloadDays, payloadHours, payloadKinds } from "../../../usage/answers";

describe("unit: figures of Losant's answers", () => {
  it("are in the order of their days, whatever the answer's", () => {
    const counts = [
      { date: "2026-11-02T00:00:00.000Z", value: 2 },
      { date: "2026-11-01T00:00:00.000Z", value: 1 },
    ];
    assert.deepEqual(payloadDays([{ counts }]), [
      { day: "2026-11-01", value: 1 },
      { day: "2026-11-02", value: 2 },
    ]);
    assert.deepEqual(
      payloadHours({ counts }).map(({ value }) => value),
      [1, 2],
    );
  });

  it("have a day once that two answers share: sums come together, and of devices the later total holds", () => {
    const date = "2026-11-02T00:00:00.000Z";
    const devices = (total: number) => ({ counts: [{ date, total, created: 1, deleted: 2 }] });
    assert.deepEqual(deviceDays([devices(5), devices(7)]), [
      { day: "2026-11-02", total: 7, created: 2, deleted: 4 },
    ]);
    const notebooks = { counts: [{ date, minutes: 4, completed: 1, canceled: 2, errored: 3, timeout: 4 }] };
    assert.deepEqual(notebookDays([notebooks, notebooks]), [{ day: "2026-11-02", minutes: 8, runs: 20 }]);
    assert.deepEqual(payloadDays([{ counts: [{ date, value: 1 }] }, { counts: [{ date, value: 2 }] }]), [
      { day: "2026-11-02", value: 3 },
    ]);
  });

  it("by kind have the largest first, and a fixed order of equal ones", () => {
    const kinds = payloadKinds({ webhook: { webhook: 5 }, event: { flow: 5, api: 5 }, timer: { flow: 9 } });
    assert.deepEqual(
      kinds.map(({ type, source }) => `${type} ${source}`),
      ["timer flow", "event api", "event flow", "webhook webhook"],
    );
  });

  it("refuse what is no date", () => {
    assert.throws(() => payloadDays([{ counts: [{ date: "soon", value: 1 }] }]), /Losant answered soon/);
  });
});
