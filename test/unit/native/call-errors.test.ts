import assert from "node:assert/strict";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { partialError } from "../../../native/call-errors";
import { encode } from "../../../native/values";
import { RecordedFailure } from "../../../provider/calls/resource-calls";

describe("a change that failed halfway", () => {
  for (const isReadFirst of [true, false]) {
    it(`is ${isReadFirst ? "" : "not "}read before the next comparison, as other resources`, () => {
      const failure = new RecordedFailure({ id: "one", outputs: {} }, ["Losant refused"]);
      const { metadata } = partialError(failure, encode({ role: "view" }), isReadFirst);
      const [details = ""] = metadata.get("grpc-status-details-bin");
      const [detail] = Status.deserializeBinary(Buffer.from(details)).getDetailsList();
      const told = ErrorResourceInitFailed.deserializeBinary(detail?.getValue_asU8() ?? new Uint8Array());
      assert.equal(told.getRefreshBeforeUpdate(), isReadFirst);
      assert.deepEqual([told.getId(), told.getReasonsList()], ["one", ["Losant refused"]]);
    });
  }
});
