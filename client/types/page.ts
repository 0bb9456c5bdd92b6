/** One page of a list. */
export interface Page<Item> {
  items: Item[];
  /** How many items this page holds. */
  count: number;
  /** How many items all pages hold. */
  totalCount: number;
  /** From 0. */
  page?: number | undefined;
  perPage?: number | undefined;
  /** What else the answer holds. */
  [key: string]: unknown;
}
