import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { arrivedBy, tidiedAddress } from '../../web/sign/arrived-link.ts';

const at = (address: string) => new URL(address, 'https://firma.example');

/** Ways in which `/sign#TOKEN` is altered before it arrives. */
const WHOLE: readonly ((token: string) => string)[] = [
  (token) => `/sign#${token}`,
  (token) => `/sign%23${token}`,
  (token) => `/sign%2523${token}`,
  (token) => `/sign#${token}.`,
  (token) => `/sign#${token})`,
  (token) => `/sign#${token}%3E`,
  (token) => `/sign#%3C${token}%3E`,
  (token) => `/sign#${token}?utm_source=mail`,
  (token) => `/sign#${token}&utm_medium=x`,
  (token) => `/sign?utm_source=mail&fbclid=abc#${token}`,
  (token) => `/sign?x=1%23${token}`,
  (token) => `/sign/#${token}`,
  (token) => `/SIGN#${token}`,
  (token) => `/sign#${token.slice(0, 20)}%0D%0A${token.slice(20)}`,
  (token) => `/sign#${token.slice(0, 20)}\n${token.slice(20)}`,
  (token) => `/sign#${token.slice(0, 20)}=%0D%0A${token.slice(20)}`,
  (token) => `/sign#${token.slice(0, 20)}%20${token.slice(20)}`,
  (token) => `/sign#${token}%E2%80%8B`,
  (token) => `/sign#${token.slice(0, 20)}%E2%80%8B${token.slice(20)}`,
  (token) => `/sign#${token.slice(0, 20)}%EF%BB%BF${token.slice(20)}`,
  (token) => `/sign#${token.slice(0, 20)}%E2%81%A0${token.slice(20)}`,
  (token) => `/sign#${token}:~:text=firma`,
  (token) => `/sign#${token}*`,
  (token) => `/sign#${token}_`,
  (token) => `/sign#${token}%22`,
  (token) => `/sign#${token}%`,
  (token) => `/sign#%3C${token}%`,
  (token) => `/sign#%253C${token}%253E`,
  (token) => `/sign#%25253C${token}%25253E`,
];

const tokens = Array.from({ length: 200 }, () => randomBytes(32).toString('base64url'));

describe('a link that was damaged on its way', () => {
  it.each(WHOLE.map((damage) => [damage('TOKEN').replace(/[\r\n]/g, '⏎'), damage] as const))(
    'is read whole: %s',
    (_, damage) => {
      for (const token of tokens)
        expect(arrivedBy(at(damage(token)))).toEqual({ kind: 'token', token });
    },
  );

  it.each([1, 2, 10, 30, 35])('is said to be cut when its last %s letters are gone', (letters) => {
    for (const token of tokens)
      expect(arrivedBy(at(`/sign#${token.slice(0, -letters)}`))).toEqual({ kind: 'cut' });
  });

  it.each(['/sign', '/sign#', '/sign/', '/sign?utm_source=mail', '/sign#top'])(
    'is said to have lost its end: %s',
    (address) => expect(arrivedBy(at(address))).toEqual({ kind: 'lost' }),
  );
});

it('letters that have grown onto a link are not thrown away: it is no longer that link', () => {
  for (const token of tokens)
    for (const grown of [`${token}A`, `${token}firma`, `${token}_A`])
      expect(arrivedBy(at(`/sign#${grown}`))).toEqual({ kind: 'cut' });
});

it('a session’s handle is no link that was cut', () => {
  for (const address of ['/sign#0a1b2c3d', '/sign#0a1b2c3d:~:text=firma'])
    expect(arrivedBy(at(address))).toEqual({ kind: 'handle', handle: '0a1b2c3d' });
});

it('a token that stands in the path or the query leaves it, and nothing else moves', () => {
  const [token = ''] = tokens;
  for (const sent of [`/sign%23${token}`, `/sign?x=1%23${token}`, `/sign%2523${token}`])
    expect(tidiedAddress(at(sent))).toBe(`/sign#${token}`);
  for (const cut of [`/sign%23${token.slice(0, -4)}`, `/sign#${token.slice(0, -4)}`])
    expect(tidiedAddress(at(cut))).toBe('/sign#cut');
  expect(tidiedAddress(at('/sign%23abc'))).toBe('/sign');
  expect(arrivedBy(at('/sign#cut'))).toEqual({ kind: 'cut' });
  for (const plain of [`/sign#${token}`, '/sign#0a1b2c3d', '/sign'])
    expect(tidiedAddress(at(plain))).toBeUndefined();
});
