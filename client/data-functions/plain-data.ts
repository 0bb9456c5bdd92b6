/** Plain data without the fields that have no value: undefined cannot be sent, and null means the same here. */
export function withoutNulls<Data>(data: Data): Data;
export function withoutNulls(data: unknown): unknown {
  if (Array.isArray(data)) return data.map((one) => withoutNulls(one));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutNulls(value)]));
}
