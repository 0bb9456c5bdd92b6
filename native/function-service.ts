import { printableLines } from "../client";
import type { RunSource } from "../provider/live/run-source";
import { DataFunctions } from "./functions";
import { CheckFailure, type InvokeRequest, InvokeResponse } from "./protocol";
import { decode, encode } from "./values";

/** What the engine asks for programs that read: the data functions. */
export class FunctionService {
  private readonly functions: DataFunctions;

  constructor(source: Pick<RunSource, "run">) {
    this.functions = new DataFunctions(() => source.run().client);
  }

  /** A resource may have changed what Losant answers. */
  changed(): void {
    this.functions.changed();
  }

  async invoke(request: InvokeRequest): Promise<InvokeResponse> {
    const { properties } = decode(request.getArgs());
    const answer = await this.functions.answer(request.getTok(), properties);
    if ("result" in answer) return new InvokeResponse().setReturn(encode(answer.result));
    const failures = answer.problems.map(({ property, reason }) =>
      new CheckFailure().setProperty(property).setReason(printableLines(reason)),
    );
    return new InvokeResponse().setFailuresList(failures);
  }
}
