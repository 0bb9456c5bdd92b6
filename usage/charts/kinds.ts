import { printable } from "../../client/printable";
import { cut } from "../columns";
import type { KindValue } from "../figures";
import { number, share } from "../words";
import { draw, type Layer, type Position } from "./draw";
import type { UsageSection } from "./section";
import { colors, config, size } from "./theme";

const mostBars = 12;
const rowHeight = 24;
const title = "Payloads by kind";

/** A bar for each kind of payload, the largest first; the smallest ones are together. */
export async function kindsSection(kinds: readonly KindValue[] | null): Promise<UsageSection | undefined> {
  if (kinds === null || kinds.length === 0) return undefined;
  const all = kinds.reduce((sum, { value }) => sum + value, 0);
  const bars = barsOf(kinds).map((one) => ({ ...one, label: `${one.kind}: ${number(one.value)} payloads` }));
  const summary = `${number(all)} payloads, those that are not billed too; most of ${bars[0]?.kind ?? ""}: ${share(bars[0]?.value ?? 0, all)}.`;
  return {
    id: "payloads-by-kind",
    title,
    summary,
    svg: await draw({
      title,
      summary,
      layers: layersOf(bars, all),
      height: bars.length * rowHeight,
      isPlaced: true,
    }),
    table: {
      columns: ["Type", "Source", "Payloads", "Share"],
      rows: kinds.map(({ type, source, value }) => [type, source, value, share(value, all)]),
    },
  };
}

interface Bar {
  kind: string;
  value: number;
}

function barsOf(kinds: readonly KindValue[]): Bar[] {
  const bars = kinds.map(({ type, source, value }) => ({
    kind: cut(printable(`${type}, ${source}`), 34),
    value,
  }));
  if (bars.length <= mostBars) return bars;
  const others = bars.slice(mostBars - 1);
  const value = others.reduce((sum, one) => sum + one.value, 0);
  return [...bars.slice(0, mostBars - 1), { kind: `${others.length} other kinds`, value }];
}

function layersOf(bars: readonly (Bar & { label: string })[], all: number): Layer[] {
  // Two kinds that are cut to one text are two bars all the same.
  const values = bars.map((one, at) => ({
    ...one,
    row: at,
    number: `${number(one.value)} · ${share(one.value, all)}`,
  }));
  const start = room(values.map(({ kind }) => kind));
  const end = size.width - room(values.map(({ number: text }) => text)) - 2 * config.padding;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const y: Position = { field: "row", type: "ordinal", scale: { paddingInner: 0.35 }, axis: null };
  const x: Position = {
    field: "value",
    type: "quantitative",
    // Stacked bars with round corners are cut out by ids, which several pictures on a page would share.
    stack: null,
    axis: null,
    scale: { domain: [0, most], range: [start, end], nice: false },
  };
  const text = { type: "text", dx: 6, aria: false } as const;
  return [
    {
      data: { values },
      mark: {
        type: "bar",
        orient: "horizontal",
        color: colors.series,
        cornerRadiusTopRight: 2,
        cornerRadiusBottomRight: 2,
      },
      encoding: { x, y, description: { field: "label", type: "nominal" } },
    },
    {
      data: { values },
      mark: { ...text, align: "left" },
      encoding: { x, y, text: { field: "number", type: "nominal" } },
    },
    {
      data: { values },
      mark: { ...text, align: "right", dx: -8, fillOpacity: 0.8 },
      encoding: { x: { value: start }, y, text: { field: "kind", type: "nominal" } },
    },
  ];
}

/** What the longest of some texts takes, in a wide font: nobody can measure it where there is no screen. */
function room(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => [...text].length)) * 7.2 + 14;
}
