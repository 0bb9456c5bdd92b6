import type { TopLevelSpec } from "vega-lite" with { "resolution-mode": "import" };
import { config, size, standaloneStyle } from "./theme";

/** A part of a picture, in Vega-Lite's words. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];
export type Encoding = NonNullable<Extract<Layer, { mark: unknown }>["encoding"]>;
export type Position = NonNullable<Encoding["x"]>;

/** What a picture is made of, and what it says to those who do not see it. */
export interface Drawing {
  title: string;
  summary: string;
  layers: Layer[];
  height?: number;
  /** Whether all of it stands at a place of its own, without axes that need room. */
  isPlaced?: boolean;
}

/** Draws an SVG: the same bytes for the same drawing, on every machine. */
export async function draw(drawing: Drawing): Promise<string> {
  const { title, summary, layers, height = size.height, isPlaced = false } = drawing;
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  vega.resetSVGDefIds();
  const box = isPlaced
    ? { width: size.width - 2 * config.padding, height, autosize: "none" as const }
    : { width: size.width, height };
  const { spec } = compile({ ...box, config, layer: layers });
  // Else it would be white.
  const view = new vega.View(vega.parse({ ...spec, background: undefined }), {
    renderer: "none",
    logLevel: vega.Error,
  });
  try {
    return labelled(await view.toSVG(), title, summary);
  } finally {
    view.finalize();
  }
}

/** Vega's root names a namespace that nothing uses, and has no label. */
function labelled(svg: string, title: string, summary: string): string {
  const [, attributes = "", content = ""] = /^<svg([^>]*)>(.*)<\/svg>$/s.exec(svg.trim()) ?? [];
  const box = / width="[^"]*"| height="[^"]*"| viewBox="[^"]*"/g;
  const label = `role="graphics-document document" aria-label="${escaped(`${title}. ${summary}`)}"`;
  const kept = (attributes.match(box) ?? []).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg"${kept} ${label}>${content}</svg>`;
}

/** A picture as a file of its own. */
export function standalone(svg: string): string {
  return `${svg.replace(/>/, `>${standaloneStyle}`)}\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
