type Methods<P> = { readonly [N in keyof P]: (...input: readonly never[]) => Promise<unknown> };

/**
 * A port whose adapter is loaded for its first call, so that a cold start that needs none of a service
 * does not read its client. Names every method of the port.
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
