import type { Config } from "vega-lite" with { "resolution-mode": "import" };

/**
 * The colours of pictures. Text is `currentColor`; a page may set the variables. Without them, the colours can be told
 * from a white and from a black page.
 */
export const colors = {
  text: "currentColor",
  series: "var(--usage-series, #3b82f6)",
  second: "var(--usage-second, #a78bfa)",
  limit: "var(--usage-limit, #e5484d)",
};

/** What a picture that stands alone begins with: it follows the reader's setting, as it is on nobody's page. */
export const standaloneStyle = `<style>
svg { color: #1f2937; background: #ffffff; --usage-series: #2563eb; --usage-second: #a78bfa; --usage-limit: #d4373c; }
@media (prefers-color-scheme: dark) {
  svg { color: #d1d9e0; background: #0d1117; --usage-series: #5b9bf8; --usage-second: #8b7ae0; --usage-limit: #ff6b6b; }
}
</style>`;

export const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Of a whole picture, with its axes. */
export const size = { width: 720, height: 250 };

/** Vega-Lite's settings of every picture. */
export const config = {
  font,
  padding: 8,
  autosize: { type: "fit", contains: "padding" },
  view: { stroke: null },
  axis: {
    labelColor: colors.text,
    labelFontSize: 12,
    labelOpacity: 0.8,
    titleColor: colors.text,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titleOpacity: 0.8,
    domainColor: colors.text,
    domainOpacity: 0.4,
    gridColor: colors.text,
    gridOpacity: 0.12,
    ticks: false,
    labelPadding: 6,
  },
  axisX: { grid: false },
  axisY: { domain: false, tickCount: 4, titleAnchor: "end", titleAngle: 0, titleAlign: "left" },
  text: { color: colors.text, fontSize: 12 },
} satisfies Config;
