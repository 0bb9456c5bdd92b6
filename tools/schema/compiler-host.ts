import ts from "typescript";

const parsed = new Map<string, ts.SourceFile>();

/** The compiler's access to files, which parses each once for all programs of a process: most of the work of one. */
export function compilerHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, settings, ...rest) => {
    const { languageVersion, impliedNodeFormat } =
      typeof settings === "object" ? settings : { languageVersion: settings, impliedNodeFormat: undefined };
    const key = [path, languageVersion, impliedNodeFormat].join();
    const file = parsed.get(key) ?? getSourceFile(path, settings, ...rest);
    if (file) parsed.set(key, file);
    return file;
  };
  return host;
}
