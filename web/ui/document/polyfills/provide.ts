/** Defines a property like the standard's (writable, not enumerable), unless the browser already has it. */
export function provide(
  holder: object,
  name: PropertyKey,
  value: (...args: readonly never[]) => unknown,
): void {
  if (name in holder) return;
  Object.defineProperty(holder, name, { value, writable: true, configurable: true });
}
