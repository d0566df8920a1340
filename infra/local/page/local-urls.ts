/** Where a local target listens. */
export type LocalUrls = {
  /** Serves the HTTP API and, under /local, the local page. */
  readonly api: string;
  /** Public function URLs, by function name. */
  readonly functionUrls: Record<string, string>;
  readonly aws: string;
  /** The issuer that stands in for the user pool. */
  readonly identity: string;
};
