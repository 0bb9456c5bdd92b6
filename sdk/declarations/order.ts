import * as pulumi from "@pulumi/pulumi";
import { isPlainData } from "../inputs";
import { onePerRun } from "../one-per-run";
import { asciiLowerCase } from "../text";

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
 * they cannot be waiting for the roster.
 */
export async function singlesRegistered(
  organization: string,
  parentOfRoster: pulumi.Resource | undefined,
): Promise<void> {
  const singles = currentSingles() ?? [];
  if (parentOfRoster) await settled(parentOfRoster.urn);
  await nextTurn();
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

function nothing(): void {}

/** By then the program's present turn is over, and what has no need to wait is known. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
