import type * as pulumi from "@pulumi/pulumi";
import { dataFunctions } from "../../client/data-functions";
import type * as dynamic from "../index";
import { invoke, outputForm } from "./invoke";

export type {
  DeviceCount,
  GetDeviceCountsResult,
  GetNotebookMinuteCountsResult,
  GetPayloadCountsArgs,
  GetPayloadCountsBreakdownArgs,
  GetPayloadCountsBreakdownResult,
  GetPayloadCountsResult,
  Moment,
  NotebookMinuteCount,
  PayloadCount,
  UsageArgs,
  UsageRange,
} from "../data/usage";

/**
 * Reads how many devices were created and deleted, and how many there were, day by day.
 * As {@link dynamic.getDeviceCounts}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getDeviceCounts(
  args: dynamic.UsageArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetDeviceCountsResult> {
  return invoke(dataFunctions.getDeviceCounts, args, options);
}

/** As {@link getDeviceCounts}, for arguments that may be Outputs. */
export const getDeviceCountsOutput = outputForm<dynamic.UsageArgs, dynamic.GetDeviceCountsResult>(
  dataFunctions.getDeviceCounts,
);

/**
 * Reads the minutes that notebooks ran, and how the runs ended, day by day.
 * As {@link dynamic.getNotebookMinuteCounts}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getNotebookMinuteCounts(
  args: dynamic.UsageArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetNotebookMinuteCountsResult> {
  return invoke(dataFunctions.getNotebookMinuteCounts, args, options);
}

/** As {@link getNotebookMinuteCounts}, for arguments that may be Outputs. */
export const getNotebookMinuteCountsOutput = outputForm<
  dynamic.UsageArgs,
  dynamic.GetNotebookMinuteCountsResult
>(dataFunctions.getNotebookMinuteCounts);

/**
 * Reads payload counts by type and source, summed over the range.
 * As {@link dynamic.getPayloadCounts}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getPayloadCounts(
  args: dynamic.GetPayloadCountsArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetPayloadCountsResult> {
  return invoke(dataFunctions.getPayloadCounts, args, options);
}

/** As {@link getPayloadCounts}, for arguments that may be Outputs. */
export const getPayloadCountsOutput = outputForm<
  dynamic.GetPayloadCountsArgs,
  dynamic.GetPayloadCountsResult
>(dataFunctions.getPayloadCounts);

/**
 * Reads payload counts summed by day or by hour; only what is billed, unless `includeNonBillable` is set.
 * As {@link dynamic.getPayloadCountsBreakdown}, asked through the provider.
 *
 * @throws pulumi.RunError with the provider's message.
 */
export function getPayloadCountsBreakdown(
  args: dynamic.GetPayloadCountsBreakdownArgs,
  options?: pulumi.InvokeOptions,
): Promise<dynamic.GetPayloadCountsBreakdownResult> {
  return invoke(dataFunctions.getPayloadCountsBreakdown, args, options);
}

/** As {@link getPayloadCountsBreakdown}, for arguments that may be Outputs. */
export const getPayloadCountsBreakdownOutput = outputForm<
  dynamic.GetPayloadCountsBreakdownArgs,
  dynamic.GetPayloadCountsBreakdownResult
>(dataFunctions.getPayloadCountsBreakdown);
