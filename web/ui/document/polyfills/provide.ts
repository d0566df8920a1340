/** Defines as the standard does, and only where the browser has nothing of that name. */
export function provide(
  holder: object,
  name: PropertyKey,
  value: (...args: readonly never[]) => unknown,
): void {
  if (name in holder) return;
  Object.defineProperty(holder, name, { value, writable: true, configurable: true });
}
