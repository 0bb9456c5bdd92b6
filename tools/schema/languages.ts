/** What Pulumi's code generators are told, by language. */
export function languageSettings(repository: string | undefined): Record<string, object> {
  const respectSchemaVersion = true;
  const goModule = repository?.replace(/^https:\/\//, "");
  return {
    // Where programs import the classes from: `pulumi import` prints it. This package has them, nobody generates them.
    nodejs: { packageName: "pulumi-losant/native", respectSchemaVersion },
    python: { packageName: "pulumi_losant", pyproject: { enabled: true }, respectSchemaVersion },
    go: {
      ...(goModule !== undefined && { importBasePath: `${goModule}/sdk/go/losant` }),
      generateResourceContainerTypes: true,
      respectSchemaVersion,
    },
    csharp: { packageReferences: { Pulumi: "3.*" }, respectSchemaVersion },
    java: { buildFiles: "gradle" },
  };
}
