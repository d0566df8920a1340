import { expect, test } from 'vitest';
import { failureText } from '../../scripts/authority/failure-text.ts';

test('a failure is told with what lies behind it, each a line, deeper ones further in', () => {
  const refused = new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  const authorities = [new Error('first failed', { cause: refused }), new Error('second failed')];
  expect(failureText(new AggregateError(authorities, 'nobody answered'))).toBe(
    [
      'nobody answered',
      '  first failed',
      '    fetch failed',
      '      connect ECONNREFUSED',
      '  second failed',
    ].join('\n'),
  );
});

test('a failure without words is told by its code', () => {
  const attempts = [
    new Error('connect ECONNREFUSED ::1'),
    new Error('connect ECONNREFUSED 127.0.0.1'),
  ];
  const silent = Object.assign(new AggregateError(attempts, ''), { code: 'ECONNREFUSED' });
  expect(failureText(silent).split('\n')[0]).toBe('ECONNREFUSED');
});
