/** The numbers of a picture, for those who do not see it. */
export interface SectionTable {
  columns: string[];
  /** As many cells as there are columns; numbers as they are, what is not known as an empty text. */
  rows: (string | number)[][];
}

/** A part of a page about usage: a picture and its numbers. */
export interface UsageSection {
  /** A word for file names and anchors. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence or two. */
  summary: string;
  /** A whole `<svg>`: no script, no style sheet, nothing from elsewhere. Pages colour it by variables: see `theme.ts`. */
  svg: string;
  table: SectionTable;
}
