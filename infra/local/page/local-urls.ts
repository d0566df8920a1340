/** Where a local target listens. */
export type LocalUrls = {
  /** The HTTP API and, under /local, the page for whoever plays every part. */
  readonly api: string;
  /** Public function URLs, by function name. */
  readonly functionUrls: Record<string, string>;
  readonly aws: string;
  /** The issuer that stands in for the user pool. */
  readonly identity: string;
};
