import assert from "node:assert/strict";
import { ServerClock } from "../../../client/server-clock";

describe("client: the server's clock", () => {
  let elapsed = 0;
  const clockAfter = (...answers: [number, string | null][]) => {
    const clock = new ServerClock(() => elapsed);
    for (const [time, header] of answers) {
      elapsed = time;
      clock.note(header);
    }
    return clock;
  };
  const noon = "Mon, 01 Jun 2026 12:00:00 GMT";

  it("goes on from the last answer by the monotonic clock", () => {
    const clock = clockAfter([5000, noon]);
    elapsed = 65_000;
    assert.equal(clock.now()?.toISOString(), "2026-06-01T12:01:00.000Z");
  });

  it("is not moved by one answer that is days ahead, whether it comes first or later", () => {
    const ahead = "Tue, 09 Jun 2026 12:00:00 GMT";
    for (const answers of [
      [ahead, noon, noon],
      [noon, ahead, noon],
      [noon, noon, ahead],
    ]) {
      const clock = clockAfter(...answers.map((header): [number, string] => [0, header]));
      assert.equal(clock.now()?.toISOString(), "2026-06-01T12:00:00.000Z");
    }
  });

  it("takes no notice of a header that is missing or no date", () => {
    assert.equal(clockAfter([0, null], [0, "now"]).now(), undefined);
    assert.equal(clockAfter([0, noon], [0, ""]).now()?.toISOString(), "2026-06-01T12:00:00.000Z");
  });
});
