import { type ActionName, actions } from "./actions";

/** An answer that is no success, as far as advice depends on it. */
export interface AdvisedAnswer {
  action: ActionName;
  status: number;
  type: string | undefined;
  isLosantsForm: boolean;
}

/** What to do about an answer that is no success; empty where Losant's own message must be enough. */
export function adviceFor(answer: AdvisedAnswer): string {
  const { action, status } = answer;
  if (status === 401) return adviceOnToken(action);
  if (status === 403) return answer.isLosantsForm ? adviceOnRight(action) : foreignAnswer;
  if (status === 404) return answer.type === "NotFound" ? notFound : `${foreignAnswer} ${provesNothing}`;
  if (status === 407) return proxyRefusal;
  if (status === 429) return "Losant asks for fewer requests: try again later.";
  if (status >= 300 && status < 400) return redirect;
  if (status >= 500) return "Losant server error: try again later.";
  return answer.isLosantsForm ? "" : foreignAnswer;
}

const notFound = "It does not exist, or the authenticated user may not see it.";

const foreignAnswer =
  "This answer is not in Losant's form: it may come from a proxy or gateway, or LOSANT_API_URL may be wrong.";

const provesNothing = "It does not show that anything is gone.";

const redirect =
  "Redirects are not followed, as the token would go along: set LOSANT_API_URL to the address itself.";

const proxyRefusal =
  "The proxy wants to know who asks: put user and password into HTTPS_PROXY, as http://user:password@host:port.";

function adviceOnToken(action: ActionName): string {
  return (
    `The API token was not accepted: set LOSANT_API_TOKEN to one that is valid and has one of the scopes ` +
    `${scopesOf(action)}. (Refresh and destroy use the configuration recorded at the last "pulumi up"; the ` +
    `variable wins over it; without the native plugin, --refresh=false helps once too. The apiToken of a Provider in the ` +
    `program wins over both: change it there, and pass --run-program to the next preview, up, refresh or destroy.)`
  );
}

/** A missing right of the user comes first: somebody with every scope must not be told only to add scopes. */
function adviceOnRight(action: ActionName): string {
  return `${rightOfUser(action)} Otherwise the token may lack a scope: it needs one of ${scopesOf(action)}.`;
}

/** Only admins may change an organization (the vendor's documentation); a token may be capped below that too. */
function rightOfUser(action: ActionName): string {
  if (action.startsWith("org.") && actions[action].method !== "GET") {
    return (
      "Only admins of an organization may change it: the authenticated user needs the admin role there, and the " +
      "token must not be limited to a lower one."
    );
  }
  if (action === "orgs.post") return "Losant may not allow this account to create organizations: ask Losant.";
  return "The authenticated user may not be allowed to see this.";
}

function scopesOf(action: ActionName): string {
  return actions[action].scopes.join(", ");
}
