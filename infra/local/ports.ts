import type { Store } from './store.ts';

/** The ports of one local target; 0 means any free one. `functionUrls`: one for each function URL. */
export type Ports = { api: number; aws: number; identity: number; functionUrls: number[] };

/** The first function URL is the verifier's: it comes right after the main port. */
const derivedPorts = (port: number, functionUrls: number): Ports => {
  const from = (offset: number) => (port === 0 ? 0 : port + offset);
  const others = Array.from({ length: Math.max(0, functionUrls - 1) }, (_, index) =>
    from(4 + index),
  );
  return {
    api: from(0),
    aws: from(2),
    identity: from(3),
    functionUrls: functionUrls > 0 ? [from(1), ...others] : [],
  };
};

/**
 * The ports to listen on. When any free port will do, those of the last run come first: links in
 * mails and tokens name them.
 */
export function choosePorts(store: Store, port: number, functionUrls: number): Ports {
  const before = store.get<Ports>('ports', 'used');
  if (port === 0 && before?.functionUrls.length === functionUrls) return before;
  return derivedPorts(port, functionUrls);
}

export const rememberPorts = (store: Store, ports: Ports): void =>
  store.put('ports', 'used', ports);
