import * as pulumi from "@pulumi/pulumi";
import * as losant from "pulumi-losant";

const orgId = new pulumi.Config().require("orgId");

// The last seven days; days are UTC.
const day = 24 * 60 * 60 * 1000;
const end = new Date();
const start = new Date(end.getTime() - 7 * day);

const devices = losant.getDeviceCounts({ orgId, start, end });
const notebooks = losant.getNotebookMinuteCounts({ orgId, start, end });
const payloads = losant.getPayloadCounts({ orgId, start, end });
const billed = losant.getPayloadCountsBreakdown({ orgId, start, end });

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);

export const devicesNow = devices.then(({ counts }) => counts.at(-1)?.total);
export const devicesCreated = devices.then(({ counts }) => sum(counts.map(({ created }) => created)));
export const notebookMinutes = notebooks.then(({ counts }) => sum(counts.map(({ minutes }) => minutes)));
export const statesByMqtt = payloads.then(({ deviceState }) => deviceState?.["device.mqtt"] ?? 0);
export const billedPayloads = billed.then(({ counts }) => sum(counts.map(({ value }) => value)));
