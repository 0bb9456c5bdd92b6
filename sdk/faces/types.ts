/** The type of a resource in Pulumi's dynamic-provider process. States rely on it: never change it. */
export function dynamicType(kind: string): string {
  return `pulumi-nodejs:dynamic/losant:${kind}`;
}

/** The type of a resource of the native plugin. States rely on it: never change it. */
export function nativeType(kind: string): string {
  return `losant:index:${kind}`;
}
