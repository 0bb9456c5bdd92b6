const needed = { package: false, pulumi: false };

/** Says that a test uses the built package; asked for by the modules that do, when they are imported. */
export const needsPackage = (): void => {
  needed.package = true;
};

/** Says that a test uses the Pulumi CLI. */
export const needsPulumi = (): void => {
  needed.pulumi = true;
};

/** What the imported tests use. */
export const whatIsNeeded = (): Readonly<typeof needed> => needed;
