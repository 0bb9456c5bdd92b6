/** Lower-cases ASCII letters only: `toLowerCase` turns the Kelvin sign into a `k`, and so one address into another. */
export function lowerCased(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** `1 person`, `3 people`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
