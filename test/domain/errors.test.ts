import { describe, expect, it } from 'vitest';
import {
  Conflict,
  ignoreUnknown,
  Malformed,
  NewerRelease,
  Refusal,
} from '../../shared/domain/errors.ts';

describe('an error', () => {
  it('has the name by which workflows and logs tell it from others', () => {
    const errors = [
      new Refusal('envelope_unknown'),
      new Malformed([]),
      new Conflict(),
      new NewerRelease('plan'),
    ];
    const names = ['Refusal', 'Malformed', 'Conflict', 'NewerRelease'];
    expect(errors.map(({ name }) => name)).toEqual(names);
  });

  it('is passed over if it says that there is no envelope, and no other is', () => {
    expect(ignoreUnknown(new Refusal('envelope_unknown'))).toBeUndefined();
    const unlike = Object.assign(new Error('x'), { code: 'envelope_unknown' });
    for (const other of [new Refusal('not_draft'), unlike, new Error('x')])
      expect(() => ignoreUnknown(other)).toThrow(other);
  });
});
