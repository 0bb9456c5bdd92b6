import { domainToASCII } from "node:url";

/**
 * What can be the address of somebody who is there: text on both sides of an `@`. Losant's schemas say no more than
 * `format: email`, and whoever has an account can be named, kept and removed, whatever `inviteProblem` says.
 */
export const addressForm =
  /^(?:"(?:[^"\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\\[ -~])+"|[^\s@\p{Cc}\p{Cf}\p{Cs}]+)@[^\s@/\p{Cc}\p{Cf}\p{Cs}]+$/u;

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
/** RFC 5321, 4.1.2: atoms with dots between them, or a quoted string. */
const localPart = new RegExp(`^(?:${atom}(?:\\.${atom})*|"(?:[ !#-[\\]-~]|\\\\[ -~])+")$`, "i");
const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const domainName = new RegExp(`^(?:${label}\\.)+(?!\\d+$)${label}$`, "i");
/** RFC 5321, 4.5.3.1, in ASCII. */
const longest = { localPart: 64, domain: 255 };

/** Why an address cannot be invited; undefined where it can. Whether anybody reads there is for Losant to say. */
export function inviteProblem(address: string): string | undefined {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || local.length > longest.localPart || !localPart.test(local)) {
    return "what is before the @ is not the name of a mailbox (RFC 5321)";
  }
  if (domain.length <= longest.domain && domainName.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  const isTranslated = ascii !== domain && domainName.test(ascii);
  return isTranslated
    ? `state its domain in ASCII, ${local}@${ascii}`
    : "what is after the @ is not the name of a domain, such as example.com";
}
