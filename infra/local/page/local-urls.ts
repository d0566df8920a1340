/** Where a local target listens. */
export type LocalUrls = {
  /** The HTTP API and, under /local, the page for whoever plays every part. */
  api: string;
  /** Public function URLs, by function name. */
  functionUrls: Record<string, string>;
  aws: string;
  /** The issuer that stands in for the user pool. */
  identity: string;
};
