import type { AttentionKind } from "../attention";

interface Words {
  title: string;
  /** Why it matters, or what to do. */
  advice: string;
  /** Beside the person in a table; empty where the table says it itself. */
  tag: string;
  isUrgent: boolean;
}

export const attentionWords: Readonly<Record<AttentionKind, Words>> = {
  "token-expires-at-once": {
    title: "The API token expires within 7 days",
    advice:
      "The one that read this report. From then on its runs fail, and access that ends does not end. Make a new one at Losant, and put it in its place.",
    tag: "",
    isUrgent: true,
  },
  "token-expires": {
    title: "The API token expires within 30 days",
    advice: "The one that read this report. Make a new one at Losant, and put it in its place.",
    tag: "",
    isUrgent: false,
  },
  "admin-without-second-factor": {
    title: "Admins without a second factor",
    advice:
      "A stolen password is enough to change people and settings. Ask them to turn it on in their profile.",
    tag: "",
    isUrgent: true,
  },
  "outside-allowed-domains": {
    title: "Addresses outside the allowed domains",
    advice: "The organization allows invites to some domains only; these addresses are in others.",
    tag: "other domain",
    isUrgent: true,
  },
  "access-ended": {
    title: "Access has ended, but is still there",
    advice: "By the files of people these should be gone. The next pulumi up removes them.",
    tag: "ended",
    isUrgent: true,
  },
  "access-ends": {
    title: "Access ends within 14 days",
    advice: "By the files of people. Extend it there, or let it end.",
    tag: "ends soon",
    isUrgent: false,
  },
  "credentials-of-former-members": {
    title: "API tokens and access keys of people who left",
    advice:
      "They are active, and whoever made them is no member any more. Look at each at Losant: replace it, then delete it.",
    tag: "",
    isUrgent: true,
  },
  "not-in-files": {
    title: "People whom no file names",
    advice: "Somebody invited them by hand, or they were taken out of the files and are still there.",
    tag: "not in the files",
    isUrgent: true,
  },
  "roles-not-in-files": {
    title: "Roles that no file gives",
    advice: "These people are in the files, with other roles.",
    tag: "other role than in the files",
    isUrgent: false,
  },
  "invite-expired": {
    title: "Invites that have expired",
    advice: "They give no access and take no seat. Revoke them, or invite again.",
    tag: "",
    isUrgent: false,
  },
  "invite-expires": {
    title: "Invites that expire within two days",
    advice: "Remind the people who were invited.",
    tag: "",
    isUrgent: false,
  },
  seats: {
    title: "Seats are nearly taken",
    advice: "Members and open invites take a seat each. Nobody can be invited once all are taken.",
    tag: "",
    isUrgent: false,
  },
  usage: {
    title: "Usage is ahead of its limit",
    advice: "See the figures below.",
    tag: "",
    isUrgent: false,
  },
};
