import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../scripts/fuzz/description.ts';
import { mismatch } from '../../scripts/fuzz/judge.ts';
import type { FuzzRequest } from '../../scripts/fuzz/requests.ts';

const requestOf = (id: string, who: FuzzRequest['who'] = 'confirmed'): FuzzRequest => ({
  operation: OPERATIONS.find(({ operationId }) => operationId === id)!,
  places: {},
  query: [],
  who,
  headers: {},
  body: undefined,
  contentType: 'application/json',
});

const problem = (code: string, more: object = {}) => ({
  type: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({ code, title: 'No.', ...more }),
});
const message = { type: 'application/json', text: '{"message":"Not Found"}' };

describe('the fuzz takes', () => {
  it.each([
    ['a refusal that is described', 'signer-confirm', { status: 422, ...problem('code_wrong') }],
    ["the gateway's own answer", 'signer-confirm', { status: 404, ...message }],
    ['an answer', 'signer-show', { status: 200, type: 'application/json', text: '{}' }],
    ['a redirection without a body', 'verifier-start', { status: 303, type: '', text: '' }],
  ])('%s', (_, id, answer) => expect(mismatch(requestOf(id), answer)).toBeUndefined());
});

describe('the fuzz objects to', () => {
  it.each([
    ['a fault', { status: 500, ...problem('internal') }],
    ['a refusal of another operation', { status: 422, ...problem('code_wrong') }],
    ['a status that is not described', { status: 418, ...problem('malformed') }],
    ['a body of another type', { status: 200, type: 'text/html', text: '<p>' }],
    ['a problem without a sentence', { status: 400, ...problem('malformed', { title: '' }) }],
    ['too many issues', { status: 400, ...problem('malformed', { issues: Array(21).fill({}) }) }],
    ['a long problem', { status: 400, ...problem('malformed', { title: 'x'.repeat(9_000) }) }],
  ])('%s', (_, answer) => expect(mismatch(requestOf('signer-show'), answer)).toBeDefined());

  it('whatever nobody is told beside that they are nobody', () => {
    const malformed = { status: 400, ...problem('malformed') };
    expect(mismatch(requestOf('signer-show'), malformed)).toBeUndefined();
    expect(mismatch(requestOf('signer-show', 'nobody'), malformed)).toBeDefined();
    expect(mismatch(requestOf('signer-exchange', 'nobody'), malformed)).toBeUndefined();
  });
});
