import type { Plan } from '../../shared/pdf/plan.ts';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import type { Timestamper } from '../../shared/pki/identity.ts';
import { timestamperOf } from './authority.ts';
import type { SealPorts } from './ports.ts';

type Paths = NonNullable<Plan['timestampPaths']>;

/** A timestamper, and the certificate paths of all outside authorities used so far. */
export interface RecordedTimestamps {
  readonly timestamp: Timestamper;
  /** Extended with each new authority. */
  readonly paths: Paths;
}

/** Any authority may have answered, since one may be down, so each path is kept. */
export function recordedTimestamps(
  ports: SealPorts,
  authority: Authority,
  { timestampPaths = [] }: Plan,
): RecordedTimestamps {
  const ask = timestamperOf(ports, authority);
  const paths = [...timestampPaths];
  if (ports.timestampUrls.length === 0) return { timestamp: ask, paths };
  const timestamp: Timestamper = async (digest) => {
    const token = await ask(digest);
    const path = (await pathOf(ports, token)).map((der) => Buffer.from(der).toString('base64'));
    if (!paths.some(([certificate]) => certificate === path[0])) paths.push(path);
    return token;
  };
  return { timestamp, paths };
}

const pathOf = (
  { pki, clock, timestampRoots }: Pick<SealPorts, 'pki' | 'clock' | 'timestampRoots'>,
  token: Uint8Array,
): Promise<readonly Uint8Array[]> =>
  pki.timestampPath(token, { roots: certificatesIn(timestampRoots), at: clock.now() });
