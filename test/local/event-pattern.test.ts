import { describe, expect, test } from 'vitest';
import { checkPattern, matchesPattern } from '../../infra/local/events/event-pattern.ts';
import type { JsonObject } from '../../infra/local/json.ts';

const event: JsonObject = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::bucket', 'other'],
  detail: { object: { key: 'uploads/E1.pdf', size: 300 }, deleted: false, note: null },
};

const matches = (pattern: JsonObject) => matchesPattern(checkPattern(pattern), event);
const onKey = (...alternatives: readonly JsonObject['detail'][]) =>
  matches({ detail: { object: { key: alternatives } } });
const onSize = (...numeric: readonly (string | number)[]) =>
  matches({ detail: { object: { size: [{ numeric }] } } });

describe('an event matches when', () => {
  test('every field has one of the values', () => {
    expect(matches({ source: ['aws.s3', 'aws.ses'], 'detail-type': ['Object Created'] })).toBe(
      true,
    );
    expect(matches({ source: ['aws.s3'], 'detail-type': ['Object Deleted'] })).toBe(false);
    expect(matches({ detail: { deleted: [false], note: [null] } })).toBe(true);
    expect(matches({ detail: { object: { size: ['300'] } } })).toBe(false);
  });

  test('one element of a list has one of the values', () => {
    expect(matches({ resources: ['other'] })).toBe(true);
    expect(matches({ resources: ['none'] })).toBe(false);
  });

  test('a text starts or ends as asked', () => {
    expect(onKey({ prefix: 'uploads/' })).toBe(true);
    expect(onKey({ prefix: 'pki/' }, { suffix: '.pdf' })).toBe(true);
    expect(onKey({ prefix: 'open/' })).toBe(false);
    expect(onKey({ 'equals-ignore-case': 'UPLOADS/e1.PDF' })).toBe(true);
  });

  test('a value is anything but the excluded', () => {
    expect(onKey({ 'anything-but': ['a', 'b'] })).toBe(true);
    expect(onKey({ 'anything-but': 'uploads/E1.pdf' })).toBe(false);
    expect(onKey({ 'anything-but': { prefix: 'uploads/' } })).toBe(false);
    expect(matches({ detail: { absent: [{ 'anything-but': 'x' }] } })).toBe(false);
  });

  test('a field is there, or is not', () => {
    expect(onKey({ exists: true })).toBe(true);
    expect(onKey({ exists: false })).toBe(false);
    expect(matches({ detail: { absent: [{ exists: false }] } })).toBe(true);
    expect(matches({ absent: { deeper: [{ exists: true }] } })).toBe(false);
  });

  test('a number lies in the range', () => {
    expect(onSize('>', 0, '<=', 300)).toBe(true);
    expect(onSize('>', 300)).toBe(false);
    expect(onSize('=', 300)).toBe(true);
  });
});

test.each<[string, JsonObject]>([
  ['an unknown operator', { source: [{ wildcard: 'aws.*' }] }],
  ['$or', { $or: [{ source: ['a'] }] }],
  ['two operators in one', { source: [{ prefix: 'a', suffix: 'b' }] }],
  ['a numeric that is no range', { size: [{ numeric: ['>', 'x'] }] }],
  ['an empty list', { source: [] }],
  ['a bare value', { source: 'aws.s3' }],
  ['nothing', {}],
])('a pattern with %s is refused', (_, pattern) => {
  expect(() => checkPattern(pattern)).toThrow(
    expect.objectContaining({ code: 'InvalidEventPatternException' }),
  );
});
