const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar as long as a value's part of the most, in eighths of a character. What is there is seen: never shorter than one. */
export function bar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return "";
  const length = Math.max(1, Math.round((Math.min(value, most) / most) * width * 8));
  return "█".repeat(Math.floor(length / 8)) + (eighths[length % 8] ?? "");
}

/** How far a limit is reached: `███░░   │`; what is projected beyond the value is lighter, and `▶` says that it is over. */
export function limitBar(value: number, projected: number | null, limit: number, width: number): string {
  const reached = columns(value, limit, width);
  const later = Math.max(0, columns(projected ?? 0, limit, width) - reached);
  const isOver = Math.max(value, projected ?? 0) > limit;
  const rest = " ".repeat(width - reached - later);
  return `${"█".repeat(reached)}${"░".repeat(later)}${rest}${isOver ? "▶" : "│"}`;
}

function columns(value: number, limit: number, width: number): number {
  if (value <= 0) return 0;
  return limit <= 0 ? width : Math.min(width, Math.max(1, Math.round((value / limit) * width)));
}
