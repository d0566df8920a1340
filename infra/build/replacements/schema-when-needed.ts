/** A proxy that creates the schema on first use. */
export function schemaWhenNeeded<S extends object>(make: () => S): S {
  let made: S | undefined;
  function schema(): S {
    made ??= make();
    return made;
  }
  return new Proxy({} as S, {
    get: (_, property) => Reflect.get(schema(), property),
    set: (_, property, value) => Reflect.set(schema(), property, value),
    has: (_, property) => Reflect.has(schema(), property),
    getPrototypeOf: () => Reflect.getPrototypeOf(schema()),
  });
}
