/** The project, the type and the name in a URN: `urn:pulumi:stack::project::parent$type::name`. */
export function partsOf(urn: string): { project: string; type: string; name: string } {
  const [, project = "", types = "", ...name] = urn.split("::");
  return { project, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
