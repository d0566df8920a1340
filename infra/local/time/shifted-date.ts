/**
 * Shifts `Date` in this thread by `offset` ms, so that it shows the local clock's time. Returns the setter
 * for later offsets. Timers (setTimeout) keep real time.
 */
export function shiftDate(offset: number): (offset: number) => void {
  const RealDate = Date;
  let ahead = offset;
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length > 0 ? values : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
  });
  RealDate.prototype.constructor = globalThis.Date;
  return (later) => {
    ahead = later;
  };
}
