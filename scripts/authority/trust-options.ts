import { readCertificates, readPublishedCertificates } from './read-certificates.ts';

/** Options of `parseArgs` for trusted roots. */
export const TRUST_OPTIONS = {
  root: { type: 'string', multiple: true, default: [] as string[] },
  'timestamp-root': { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** The certificates in the files that were named. */
export const readTrust = (named: {
  root: readonly string[];
  'timestamp-root': readonly string[];
}) => ({
  roots: named.root.flatMap(readCertificates),
  timestampRoots: named['timestamp-root'].flatMap(readPublishedCertificates),
});
