type Methods<P> = { readonly [N in keyof P]: (...input: readonly never[]) => Promise<unknown> };

/**
 * Wraps a port whose adapter, or operations whose module, is imported with the first call, which shortens cold
 * starts. `methods` names every one of them.
 */
export function whenNeeded<P extends Methods<P>>(
  methods: Readonly<Record<keyof P, true>>,
  load: () => Promise<P>,
): P {
  const call =
    (method: keyof P) =>
    async (...input: readonly never[]): Promise<unknown> =>
      (await load())[method](...input);
  const names = Object.keys(methods) as (keyof P)[];
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as P;
}
