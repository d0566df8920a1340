import { describe, expect, it } from 'vitest';
import { employeeFrom } from '../../shared/domain/envelope/employee.ts';

const CLAIMS = { sub: 'u1', email: 'anna@acme.example', name: 'Anna Neri', email_verified: true };

describe('an employee', () => {
  it('is whom the token names', () => {
    expect(employeeFrom(CLAIMS)).toEqual({
      ...{ subject: 'u1', email: 'anna@acme.example', name: 'Anna Neri', emailVerified: true },
    });
  });

  it.each<[string, object, string]>([
    ['given and family name', { given_name: 'Anna', family_name: 'Neri' }, 'Anna Neri'],
    ['one of them', { family_name: 'Neri' }, 'Neri'],
    ['none', {}, CLAIMS.email],
    ['one that nobody can see', { name: '\u200b' }, CLAIMS.email],
    ['one that turns the text around', { name: 'Anna\u202e' }, CLAIMS.email],
    ['one that is too long', { name: 'a'.repeat(255) }, CLAIMS.email],
    ['one of just the length', { name: 'a'.repeat(254) }, 'a'.repeat(254)],
    ['one that is no text', { name: ['Anna'] }, CLAIMS.email],
  ])('has as name what the token has: %s', (_, names, name) => {
    const { name: __, ...claims } = CLAIMS;
    expect(employeeFrom({ ...claims, ...names }).name).toBe(name);
  });

  it('is confirmed only by the word of the provider', () => {
    const said = (email_verified: unknown) =>
      employeeFrom({ ...CLAIMS, email_verified }).emailVerified;
    expect([true, 'true'].map(said)).toEqual([true, true]);
    expect([false, 'false', 1, 'yes', undefined].map(said)).toEqual(Array(5).fill(false));
  });

  it.each([{ sub: undefined }, { email: undefined }, { sub: ' ' }, { email: 'a'.repeat(255) }])(
    'is nobody whom nobody could reach: %o',
    (lacking) => {
      expect(() => employeeFrom({ ...CLAIMS, ...lacking })).toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
    },
  );
});
