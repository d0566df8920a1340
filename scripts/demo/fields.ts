import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import { FIELD_RULES } from '../../shared/domain/fields/field-kinds.ts';
import type { PageSize } from '../../shared/domain/fields/field-layout.ts';

/** Values of the company's fields made by `fieldsAtTheEnd`. */
export const OWN_VALUES = { number: '2026/0147', place: 'Milano' } as const;

/** A position in a block, as fractions of its width and height. */
type Place = readonly [x: number, y: number, width: number, height: number];

const COLUMNS = 2;
/** Fractions of the page: size of a party's block, and the margins at the sides and the bottom. */
const BLOCK_HEIGHT = 0.15;
const SIDE = 0.07;
const GAP = 0.04;
const BOTTOM = 0.05;
const OWN_HEIGHT = 0.028;

/**
 * Fields for any PDF, scaled to its last page and placed in its lower part: one line with the company's values,
 * and a block for each party, two side by side.
 */
export function fieldsAtTheEnd(pages: readonly PageSize[], parties: readonly Party[]): Field[] {
  const page = pages.length - 1;
  const size = pages[page]!;
  const rows = Math.ceil(parties.length / COLUMNS);
  const top = 1 - BOTTOM - rows * BLOCK_HEIGHT;
  const width = (1 - 2 * SIDE - GAP) / COLUMNS;
  const own = (id: string, column: number) =>
    field(id, null, 'text', page, size, [
      SIDE + column * (width + GAP),
      top - 2 * OWN_HEIGHT,
      width,
      OWN_HEIGHT,
    ]);
  const blocks = parties.flatMap((party, index) => {
    const x = SIDE + (index % COLUMNS) * (width + GAP);
    const y = top + Math.floor(index / COLUMNS) * BLOCK_HEIGHT;
    return block(party, page, size, [x, y, width, BLOCK_HEIGHT - 0.015]);
  });
  return [own('number', 0), own('place', 1), ...blocks];
}

/** A director only signs; a client fills in role and date, agrees, signs and stamps. */
function block({ id, role }: Party, page: number, size: PageSize, frame: Place): Field[] {
  const at = (name: string, kind: Field['kind'], place: Place) =>
    field(`${name}${id}`.slice(0, 12), id, kind, page, size, within(frame, place));
  if (role === 'director') {
    return [
      at('s', 'signature', [0, 0.25, 0.72, 0.75]),
      at('i', 'initials', [0.78, 0.55, 0.22, 0.45]),
    ];
  }
  return [
    at('r', 'text', [0, 0, 0.58, 0.2]),
    at('d', 'date', [0.62, 0, 0.38, 0.2]),
    at('a', 'checkbox', [0, 0.26, 0.06, 0.12]),
    at('s', 'signature', [0, 0.42, 0.62, 0.58]),
    at('t', 'stamp', [0.68, 0.3, 0.32, 0.7]),
  ];
}

const within = ([x, y, width, height]: Place, [dx, dy, w, h]: Place): Place => [
  x + dx * width,
  y + dy * height,
  w * width,
  h * height,
];

const LABELS: Readonly<Record<string, string>> = {
  number: 'Numero',
  place: 'Luogo',
  text: 'In qualità di',
  date: 'Data',
  checkbox: 'Accetto le condizioni',
  signature: 'Firma',
  initials: 'Sigla',
  stamp: 'Timbro',
};

/** Points: on a tiny page a field keeps room for its value, even if it overlaps another. */
const MIN_WIDTH: Readonly<Partial<Record<Field['kind'], number>>> = { text: 64, date: 44 };
const LEAST = 8;

const leastOf = (kind: Field['kind']) => ({
  width: Math.max(LEAST, MIN_WIDTH[kind] ?? FIELD_RULES[kind].least.width),
  height: Math.max(LEAST, FIELD_RULES[kind].least.height),
});

function field(
  id: string,
  party: string | null,
  kind: Field['kind'],
  page: number,
  size: PageSize,
  [x, y, width, height]: Place,
): Field {
  const least = leastOf(kind);
  const across = fitted(x * size.width, width * size.width, least.width, size.width);
  const down = fitted(y * size.height, height * size.height, least.height, size.height);
  return {
    id,
    party,
    kind,
    page,
    x: across.start,
    y: down.start,
    width: across.length,
    height: down.length,
    label: LABELS[id] ?? LABELS[kind] ?? kind,
    required: true,
  };
}

/** Limits the length, and moves the start so that the end stays on the page. */
function fitted(start: number, length: number, least: number, most: number) {
  const kept = Math.min(Math.max(length, least), most);
  return { start: Math.max(0, Math.min(start, most - kept)), length: kept };
}
