import type { IntakeEvent, IntakeResult } from '../../shared/contract/tasks.ts';
import { makeCheck } from './check.ts';
import { makePrepare, type PreparePorts } from './prepare.ts';

/** The only task that parses uploads: on arrival, and again when the envelope is sent. */
export function makeIntake(ports: PreparePorts) {
  const check = makeCheck(ports);
  const prepare = makePrepare(ports);
  return async (event: IntakeEvent): Promise<IntakeResult> => {
    if ('operation' in event) return prepare(event);
    await check(event.detail.object.key);
    return { checked: true };
  };
}
