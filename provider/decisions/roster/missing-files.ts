/** What to say where the program reads fewer files of people than at the last `up`; nothing where either is not known. */
export function missingFiles(files?: readonly string[], before?: readonly string[]): string | undefined {
  if (files === undefined || before === undefined || files.length >= before.length) return undefined;
  const missing = before.filter((file) => !files.includes(file));
  return (
    `The program reads ${files.length} of the ${before.length} files of people that the last up read. Not read: ` +
    `${missing.join(", ")}. People whom only those name are taken out. If that is not meant, see that the files are there.`
  );
}
