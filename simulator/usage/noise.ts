const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
};

/** A number from 0 up to 1 that always is the same for the same numbers. */
export const noise = (...values: number[]): number => {
  const mixed = Math.imul(values.reduce(mix, 0x2545f491), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
};

/** A number that stands for an id. */
export const seedOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16);
