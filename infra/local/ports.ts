import type { Store } from './state/store.ts';

/**
 * Ports of one local target; 0 means any free one. `functionUrls`: one per function URL. `distributions`: one
 * per distribution except the first, which has the main port.
 */
export type Ports = {
  readonly api: number;
  readonly aws: number;
  readonly identity: number;
  readonly functionUrls: readonly number[];
  readonly distributions: readonly number[];
};

/** How many ports of each kind the template needs. */
export type PortCounts = { readonly functionUrls: number; readonly distributions: number };

/** Ports are consecutive: the first function URL's follows the main port. */
function derivedPorts(port: number, { functionUrls, distributions }: PortCounts): Ports {
  const from = (offset: number) => (port === 0 ? 0 : port + offset);
  const more = (first: number, count: number) =>
    Array.from({ length: Math.max(0, count - 1) }, (_, index) => from(first + index));
  const others = more(4, functionUrls);
  return {
    api: from(0),
    aws: from(2),
    identity: from(3),
    functionUrls: functionUrls > 0 ? [from(1), ...others] : [],
    distributions: more(4 + others.length, distributions),
  };
}

/**
 * Ports to listen on. If any free port will do, those of the last run are preferred, because links in mails
 * and tokens contain them.
 */
export function choosePorts(store: Store, port: number, counts: PortCounts): Ports {
  const before = store.get<Ports>('ports', 'used');
  const derived = derivedPorts(port, counts);
  if (port !== 0 || !before) return derived;
  /** State directories of earlier versions have no `distributions`. */
  const { distributions = [] } = before as Partial<Ports>;
  const isSame =
    before.functionUrls.length === derived.functionUrls.length &&
    distributions.length === derived.distributions.length;
  return isSame ? { ...before, distributions } : derived;
}

export const rememberPorts = (store: Store, ports: Ports): void =>
  store.put('ports', 'used', ports);
