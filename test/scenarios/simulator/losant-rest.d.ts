// The vendor's client has no types; this is as much of them as the tests use.
declare module "losant-rest" {
  type Action = (parameters?: object) => Promise<unknown>;
  interface Client {
    org: Record<string, Action | undefined>;
    orgs: Record<string, Action | undefined>;
    me: Record<string, Action | undefined>;
    request(request: { method: string; url: string; params?: object; headers?: object }): Promise<unknown>;
  }
  export const createClient: (options: { accessToken: string; url: string }) => Client;
}
