/** A resource's name in the program, with the components that it is in: names are given anew in each kind of them. */
export function nameIn(urn: string): string {
  const { name } = partsOf(urn);
  const parents = urn.split("::")[2]?.split("$").slice(0, -1).join(" > ") ?? "";
  return parents === "" ? name : `${name} in ${parents}`;
}

/** The project, the type and the name in a URN: `urn:pulumi:stack::project::parent$type::name`. */
export function partsOf(urn: string): { project: string; type: string; name: string } {
  const [, project = "", types = "", ...name] = urn.split("::");
  return { project, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
