import { describe, expect, it } from 'vitest';
import { newField } from '../../web/console/fields/kinds.ts';
import { isUnnamed } from '../../web/console/fields/layout-problems.ts';
import type { FieldKind } from '../../web/console/sender-api.ts';
import { en } from '../../web/console/texts/en.ts';
import { it as italian } from '../../web/console/texts/it.ts';

const placed = (kind: FieldKind, label: string, party: string | null = 'p1') =>
  newField({ kind, party, label }, { page: 0, x: 0, y: 0 }, []);

describe('a field that somebody fills in', () => {
  it.each(['text', 'number', 'date', 'checkbox', 'choice'] as const)(
    'has no name while it has its kind’s, in any language, or none: %s',
    (kind) => {
      for (const label of [italian.fields.kinds[kind], ` ${en.fields.kinds[kind]} `, ' '])
        expect(isUnnamed(placed(kind, label))).toBe(true);
      expect(isUnnamed(placed(kind, 'Luogo e data'))).toBe(false);
    },
  );

  it('but a signature, initials and a stamp are called what they are', () => {
    for (const kind of ['signature', 'initials', 'stamp'] as const)
      expect(isUnnamed(placed(kind, italian.fields.kinds[kind]))).toBe(false);
  });

  it('nor need the company’s own values a name', () => {
    expect(isUnnamed(placed('text', 'Testo', null))).toBe(false);
  });
});
