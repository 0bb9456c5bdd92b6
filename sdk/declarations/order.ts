import * as pulumi from "@pulumi/pulumi";
import { asciiLowerCase } from "../../client/text";
import { isPlainData } from "../inputs";
import { onePerRun } from "../one-per-run";

/**
 * How long a roster waits at most for the components that people beside it are in, in milliseconds. The wait is as long as
 * their registration takes; it must end because a component's arguments may come from the roster, and outputs and promises
 * do not say what they wait for. Without it, the engine might compare the roster first: a preview would refuse to move
 * somebody out of the roster into a component, and `up --skip-preview` would remove them.
 */
const longestWait = 2000;

/** A resource of a single person. */
interface Single {
  resource: pulumi.Resource;
  args: { orgId: pulumi.Input<string> };
  parent: pulumi.Resource | undefined;
}

const currentSingles = onePerRun<Single[]>(() => []);

/**
 * Remembers a resource that a roster beside it may wait for. One whose options name other resources is left out:
 * it could wait for the roster.
 */
export function rememberSingle(
  resource: pulumi.Resource,
  args: Single["args"],
  options: pulumi.CustomResourceOptions = {},
): void {
  const { parent, ...others } = options;
  if (options.id === undefined && isPlainData(others)) currentSingles()?.push({ resource, args, parent });
}

/**
 * Waits until the engine has registered the single people of an organization that the program has constructed by
 * now. Only those are waited for whose arguments and parent are known before the roster itself is registered:
 * they cannot be waiting for the roster. Components are given some time to become known.
 */
export async function singlesRegistered(
  organization: string,
  parentOfRoster: pulumi.Resource | undefined,
): Promise<void> {
  const singles = currentSingles() ?? [];
  if (parentOfRoster) await settled(parentOfRoster.urn);
  await nextTurn();
  await atMost(longestWait, Promise.all(singles.map(({ parent }) => parent && settled(parent.urn))));
  const ready = new Set<pulumi.Resource>();
  for (const single of singles) notice(single, organization, ready);
  await nextTurn();
  await Promise.all([...ready].map(({ urn }) => settled(urn)));
}

function notice({ resource, args, parent }: Single, organization: string, ready: Set<pulumi.Resource>): void {
  pulumi.all([args, parent?.urn]).apply(([{ orgId }]) => {
    const isSame = typeof orgId === "string" && asciiLowerCase(orgId) === asciiLowerCase(organization);
    if (isSame) ready.add(resource);
  });
}

/** Waits for an output to be there or to have failed; a failure is reported by the resource itself. */
function settled(output: pulumi.Output<unknown>): Promise<void> {
  return pulumi.isSecret(output).then(nothing, nothing);
}

/** Waits for something, but not for ever. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeUp]);
  clearTimeout(timer);
}

function nothing(): void {}

/** By then the program's present turn is over, and what has no need to wait is known. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
