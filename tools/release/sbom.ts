import { z } from "zod";

const Property = z.looseObject({ name: z.string() });
const Component = z.looseObject({ "bom-ref": z.string(), properties: z.array(Property).default([]) });
const Dependency = z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) });

/** What is read of a CycloneDX bill of materials, as `npm sbom` prints it. */
const Bill = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ "bom-ref": z.string(), name: z.string() }) }),
  components: z.array(Component),
  dependencies: z.array(Dependency),
});

type Bill = z.output<typeof Bill>;
type Component = z.output<typeof Component>;

const isForDevelopment = ({ name }: z.output<typeof Property>): boolean =>
  name === "cdx:npm:package:development";

/**
 * The bill of materials of the package, out of that of the whole checkout: what users install, and what is in the
 * bundles, which npm takes for mere tools of development.
 */
export function billOfPackage(text: string, name: string, bundled: readonly string[]): Bill {
  const bill = Bill.parse(JSON.parse(text));
  const components = bill.components.filter((one) => isInPackage(one, bundled)).map(withoutDevelopment);
  const kept = new Set([bill.metadata.component["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => kept.has(ref)) }));
  // npm takes the name of the checkout's folder.
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name } };
  return { ...bill, metadata, components, dependencies };
}

function isInPackage(component: Component, bundled: readonly string[]): boolean {
  return !component.properties.some(isForDevelopment) || bundled.includes(component["bom-ref"]);
}

function withoutDevelopment(component: Component): Component {
  return { ...component, properties: component.properties.filter((one) => !isForDevelopment(one)) };
}
