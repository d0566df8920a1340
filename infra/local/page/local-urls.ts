/** URLs of a running local target. */
export type LocalUrls = {
  /** Serves the HTTP API and, under /local, the local page. */
  readonly api: string;
  /** Public function URLs, by function name. */
  readonly functionUrls: Record<string, string>;
  readonly aws: string;
  /** OpenID Connect issuer that replaces the user pool. */
  readonly identity: string;
};
