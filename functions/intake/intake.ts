import type { IntakeEvent, IntakeResult } from '../../shared/contract/tasks.ts';
import { makeCheck } from './check.ts';
import { makePrepare, type PreparePorts } from './prepare.ts';

/** The one task that parses what people upload: on its arrival, and once more when it is sent. */
export function makeIntake(ports: PreparePorts) {
  const check = makeCheck(ports);
  const prepare = makePrepare(ports);
  return async (event: IntakeEvent): Promise<IntakeResult> => {
    if ('operation' in event) return prepare(event);
    await check(event.detail.object.key);
    return { checked: true };
  };
}
