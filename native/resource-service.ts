import { missingTokenMessage, printableLines } from "../client";
import { areDynamic, type Properties } from "../provider/calls/properties";
import {
  type Caller,
  nothingCompared,
  RecordedFailure,
  type Recording,
} from "../provider/calls/resource-calls";
import { ProviderError } from "../provider/vocabulary/errors";
import { partialError } from "./call-errors";
import { detailedDiff } from "./detailed-diff";
import { differenceOf } from "./diff-response";
import type { Log } from "./engine-log";
import { type Kind, kindsOf } from "./kinds";
import { isOffline, offlineAdvice } from "./offline";
import { previewedCreate, previewedUpdate } from "./previewed-outputs";
import {
  CheckFailure,
  type CheckRequest,
  CheckResponse,
  type CreateRequest,
  CreateResponse,
  type DeleteRequest,
  type DiffRequest,
  type DiffResponse,
  Empty,
  type ReadRequest,
  ReadResponse,
  type UpdateRequest,
  UpdateResponse,
} from "./protocol";
import type { ProviderService } from "./provider-service";
import { withoutPythonSpelling } from "./python-spelling";
import { Plans, ResourceReporter } from "./resource-reporter";
import { nameIn, partsOf } from "./urn";
import { decode, encode } from "./values";

const movingOver = "moves over from the dynamic provider: only the stack's record changes, nothing is sent.";

/**
 * What the engine asks of resources, over the same lifecycles as the dynamic face: properties with their secrets, what
 * a preview shows, and messages under their resource.
 */
export class ResourceService {
  private readonly kinds: ReadonlyMap<string, Kind>;
  private readonly plans: Plans;

  /** `changed` is called when Losant may have other answers than before. */
  constructor(
    private readonly provider: Pick<ProviderService, "source" | "host" | "refreshesBeforeUpdate">,
    private readonly log: Log,
    private readonly changed: () => void,
  ) {
    this.kinds = kindsOf(provider.source);
    this.plans = new Plans(log);
  }

  async check(request: CheckRequest): Promise<CheckResponse> {
    const urn = request.getUrn();
    const news = decode(request.getNews());
    const olds = decode(request.getOlds()).properties;
    const { calls } = this.kindOf(urn);
    const stated = withoutPythonSpelling(news.properties);
    const { inputs, problems } = await calls.check(olds, stated, this.planning(urn));
    if (problems.length > 0) this.plans.report(urn);
    return new CheckResponse()
      .setInputs(encode(inputs, news.secrets))
      .setFailuresList(problems.map((problem) => new CheckFailure().setReason(printableLines(problem))));
  }

  async diff(request: DiffRequest): Promise<DiffResponse> {
    const urn = request.getUrn();
    const recorded = decode(request.getOlds()).properties;
    const stated = decode(request.getNews()).properties;
    const { calls } = this.kindOf(urn);
    const planning = this.planning(urn);
    const { changes, replaces } = await calls.diff(recorded, stated, planning).catch((error: unknown) => {
      this.plans.report(urn);
      throw error;
    });
    // The engine asks for a read before each comparison only where a change has told it to.
    const movesOver = areDynamic(recorded);
    if (movesOver && !changes) planning.report.info(movingOver);
    const goesOn = changes || movesOver;
    // Where the engine does not go on to a change, this is the last that is heard of the resource.
    if (!goesOn) this.plans.report(urn);
    const compared = { recorded, statedBefore: calls.stated(recorded), stated };
    return differenceOf(goesOn, replaces, goesOn ? detailedDiff(compared) : new Map());
  }

  async create(request: CreateRequest): Promise<CreateResponse> {
    const urn = request.getUrn();
    const { properties, secrets } = decode(request.getProperties());
    const { calls, secretOutputs } = this.kindOf(urn);
    const response = new CreateResponse().setRefreshBeforeUpdate(this.provider.refreshesBeforeUpdate);
    const secret = secretOutputs(secrets);
    if (request.getPreview()) {
      this.plans.report(urn);
      return response.setProperties(encode(previewedCreate(properties, namesOf(calls)), secret));
    }
    this.plans.begin(urn);
    const made = await this.change(secret, () => calls.create(properties, this.doing(urn)));
    return response.setId(made.id).setProperties(encode(made.outputs, secret));
  }

  async read(request: ReadRequest): Promise<ReadResponse> {
    const response = new ReadResponse().setRefreshBeforeUpdate(this.provider.refreshesBeforeUpdate);
    const recorded = decode(request.getProperties());
    const stated = decode(request.getInputs());
    const found = await this.readOrFind(request, recorded.properties, stated.properties);
    if (!found) return response;
    const secrets = [...stated.secrets, ...recorded.secrets];
    const { secretOutputs } = this.kindOf(request.getUrn());
    return response
      .setId(found.id)
      .setProperties(encode(found.outputs, secretOutputs(new Set(secrets))))
      .setInputs(encode(found.inputs, secrets));
  }

  private async readOrFind(
    request: ReadRequest,
    recorded: Properties,
    stated: Properties,
  ): Promise<(Recording & { inputs: Properties }) | undefined> {
    const urn = request.getUrn();
    const id = request.getId();
    const { calls } = this.kindOf(urn);
    if (Object.keys(recorded).length === 0) return calls.find(id, this.doing(urn));
    if (this.provider.source.run().hasToken) return calls.read(id, recorded, this.doing(urn));
    if (!isOffline(this.provider.host.environment))
      throw new ProviderError(`${missingTokenMessage} ${offlineAdvice}`);
    this.log.write("warning", nothingCompared, "");
    return { id, outputs: recorded, inputs: stated };
  }

  async update(request: UpdateRequest): Promise<UpdateResponse> {
    const urn = request.getUrn();
    const recorded = decode(request.getOlds()).properties;
    const { properties, secrets } = decode(request.getNews());
    const { calls, secretOutputs } = this.kindOf(urn);
    const response = new UpdateResponse().setRefreshBeforeUpdate(this.provider.refreshesBeforeUpdate);
    const secret = secretOutputs(secrets);
    if (request.getPreview()) {
      this.plans.report(urn);
      const outputs = previewedUpdate(recorded, calls.stated(recorded), properties, namesOf(calls));
      return response.setProperties(encode(outputs, secret));
    }
    this.plans.begin(urn);
    const work = () => calls.update(request.getId(), recorded, properties, this.doing(urn));
    return response.setProperties(encode(await this.change(secret, work), secret));
  }

  async delete(request: DeleteRequest): Promise<Empty> {
    const urn = request.getUrn();
    const recorded = decode(request.getProperties()).properties;
    const { calls } = this.kindOf(urn);
    await this.change([], () => calls.delete(request.getId(), recorded, this.doing(urn)));
    return new Empty();
  }

  private async change<Result>(secretOutputs: string[], work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RecordedFailure)) throw error;
      const outputs = encode(error.recording.outputs, secretOutputs);
      throw partialError(error, outputs, this.provider.refreshesBeforeUpdate);
    } finally {
      this.changed();
    }
  }

  /** A comparison: what it finds is told where the engine goes on to preview it. */
  private planning(urn: string): Caller {
    return { report: this.plans.reporter(urn), name: nameIn(urn) };
  }

  private doing(urn: string): Caller {
    return { report: new ResourceReporter(this.log, urn), name: nameIn(urn) };
  }

  private kindOf(urn: string): Kind {
    const { type } = partsOf(urn);
    const kind = this.kinds.get(type);
    if (kind) return kind;
    throw new ProviderError(
      `there is no resource type ${type}; use one of ${[...this.kinds.keys()].join(", ")}`,
    );
  }
}

function namesOf({ argumentNames, outputNames }: Kind["calls"]) {
  return { arguments: argumentNames, outputs: outputNames };
}
