import type { Store } from './state/store.ts';

/**
 * The ports of one local target; 0 means any free one. `functionUrls`: one for each function URL;
 * `distributions`: one for each but the first, which has the main port.
 */
export type Ports = {
  readonly api: number;
  readonly aws: number;
  readonly identity: number;
  readonly functionUrls: readonly number[];
  readonly distributions: readonly number[];
};

/** How many the template needs. */
export type PortCounts = { readonly functionUrls: number; readonly distributions: number };

/** The first function URL comes right after the main port. */
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
 * The ports to listen on. When any free port will do, those of the last run come first: links in
 * mails and tokens name them.
 */
export function choosePorts(store: Store, port: number, counts: PortCounts): Ports {
  const before = store.get<Ports>('ports', 'used');
  const derived = derivedPorts(port, counts);
  if (port !== 0 || !before) return derived;
  /** A target that ran before there were several distributions remembers none. */
  const { distributions = [] } = before as Partial<Ports>;
  const isSame =
    before.functionUrls.length === derived.functionUrls.length &&
    distributions.length === derived.distributions.length;
  return isSame ? { ...before, distributions } : derived;
}

export const rememberPorts = (store: Store, ports: Ports): void =>
  store.put('ports', 'used', ports);
