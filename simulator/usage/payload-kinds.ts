/** One kind of payload: how many a device makes in an hour, and how large one is. */
export interface PayloadKind {
  type: string;
  source: string;
  perDeviceHour: number;
  bytes: number;
  billable: boolean;
}

// The types are those of the vendor's schema payloadStats; which of them are not billed is assumed.
/** The kinds of payload that the simulated applications make; all others are absent from the figures. */
export const payloadKinds: readonly PayloadKind[] = [
  { type: "deviceState", source: "device.mqtt", perDeviceHour: 60, bytes: 182, billable: true },
  { type: "deviceState", source: "device.webhook", perDeviceHour: 6, bytes: 240, billable: true },
  { type: "deviceCommand", source: "flow", perDeviceHour: 2, bytes: 96, billable: true },
  { type: "deviceCreate", source: "flow", perDeviceHour: 0.02, bytes: 310, billable: true },
  { type: "endpoint", source: "experience", perDeviceHour: 4, bytes: 820, billable: true },
  { type: "event", source: "flow", perDeviceHour: 0.5, bytes: 402, billable: true },
  { type: "mqttOut", source: "flow", perDeviceHour: 3, bytes: 150, billable: true },
  { type: "webhook", source: "webhook", perDeviceHour: 1, bytes: 512, billable: true },
  { type: "deviceConnect", source: "device.mqtt", perDeviceHour: 0.3, bytes: 64, billable: false },
  { type: "deviceDisconnect", source: "device.mqtt", perDeviceHour: 0.3, bytes: 64, billable: false },
  { type: "flowError", source: "flow", perDeviceHour: 0.1, bytes: 230, billable: false },
  { type: "timer", source: "flow", perDeviceHour: 0.6, bytes: 40, billable: false },
];
