import fc from 'fast-check';
import { type Assembly, assemble } from './assemble.ts';
import { baseObjects, type Objects } from './base-objects.ts';

const NUMBERS = Object.keys(baseObjects()).map(Number);
const numberOf = fc.constantFrom(...NUMBERS);

/** Values of the wrong type. */
const ODD_VALUES = [
  'null',
  'true',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '.5',
  '--5',
  '45',
  '[]',
  '[0 0 0 0]',
  '[10 10 -300 400]',
  '[0 0 300 400 500]',
  '[1 0 R 2 0 R]',
  '<< >>',
  '()',
  '(unbalanced \\( string',
  '(a (nested) string\\)',
  '<4>',
  '<4G>',
  '/Name#20with#2Fhash',
  '/#',
  '77 0 R',
  '1 0 R',
  '2 0 R',
  '10 0 R',
  '21 0 R',
  '14 0 R',
  '/FlateDecode',
  '[/ASCIIHexDecode /FlateDecode]',
  '[/FlateDecode /FlateDecode]',
  '/LZWDecode',
  '/JBIG2Decode',
  '<< /Predictor 15 /Columns 1000000000 >>',
  '<< /Predictor 2 /Colors 99 >>',
  `${'['.repeat(300)}${']'.repeat(300)}`,
  `${'<</A'.repeat(300)} 1 ${'>>'.repeat(300)}`,
] as const;

const KEYS = [
  'Type',
  'Subtype',
  'Kids',
  'Count',
  'Parent',
  'Pages',
  'Resources',
  'MediaBox',
  'CropBox',
  'Rotate',
  'UserUnit',
  'Contents',
  'Annots',
  'Length',
  'Filter',
  'DecodeParms',
  'XObject',
  'Font',
  'AP',
  'N',
  'AS',
  'Rect',
  'BBox',
  'Matrix',
  'Fields',
  'AcroForm',
  'OCProperties',
  'OC',
  'FT',
  'V',
  'DA',
  'F',
  'A',
  'AA',
  'Dest',
  'Width',
  'Height',
  'ColorSpace',
  'SMask',
  'Names',
  'Metadata',
  'StructTreeRoot',
] as const;

type Mutation = (objects: Objects) => Objects;

/** Inserts after an object's `<<`, so that stream data is unchanged. */
function inHead(syntax: string | Buffer, change: (head: string) => string): string | Buffer {
  const text = Buffer.from(syntax as string, 'latin1').toString('latin1');
  const end = text.indexOf('\nstream\n');
  const [head, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  const changed = change(head) + rest;
  return typeof syntax === 'string' ? changed : Buffer.from(changed, 'latin1');
}

/** Later mutations leave a deleted object deleted. */
const onSyntax =
  (number: number, change: (syntax: string | Buffer) => string | Buffer): Mutation =>
  (objects) => {
    const syntax = objects[number];
    return syntax === undefined ? objects : { ...objects, [number]: change(syntax) };
  };

const onObject = (number: number, change: (head: string) => string): Mutation =>
  onSyntax(number, (syntax) => inHead(syntax, change));

const onBytes = (number: number, change: (bytes: Buffer) => Buffer): Mutation =>
  onSyntax(number, (syntax) => {
    const changed = change(Buffer.from(syntax as string, 'latin1'));
    return typeof syntax === 'string' ? changed.toString('latin1') : changed;
  });

const setEntry = fc
  .tuple(numberOf, fc.constantFrom(...KEYS), fc.constantFrom(...ODD_VALUES), fc.boolean())
  .map(([number, key, value, first]) =>
    onObject(number, (head) =>
      first
        ? head.replace('<<', `<< /${key} ${value}`)
        : head.replace(new RegExp(`/${key} (\\[.*?\\]|<<.*?>>|\\S+( 0 R)?)`), `/${key} ${value}`),
    ),
  );

const redirect = fc.tuple(numberOf, fc.nat(5), numberOf).map(([number, which, target]) =>
  onObject(number, (head) => {
    const references = [...head.matchAll(/\d+ 0 R/g)];
    const chosen = references[which % Math.max(1, references.length)];
    if (!chosen) return head;
    const after = head.slice(chosen.index + chosen[0].length);
    return `${head.slice(0, chosen.index)}${target} 0 R${after}`;
  }),
);

const removeObject = numberOf.map(
  (number): Mutation =>
    ({ [number]: _, ...objects }) =>
      objects,
);

const exchange = fc.tuple(numberOf, numberOf).map(
  ([a, b]): Mutation =>
    (objects) => {
      const [first, second] = [objects[a], objects[b]];
      return first && second ? { ...objects, [a]: second, [b]: first } : objects;
    },
);

const truncate = fc
  .tuple(numberOf, fc.nat(60))
  .map(([number, length]) => onBytes(number, (bytes) => bytes.subarray(0, length)));

const garble = fc
  .tuple(numberOf, fc.nat(400), fc.uint8Array({ minLength: 1, maxLength: 4 }))
  .map(([number, at, garbage]) =>
    onBytes(number, (bytes) => {
      const start = Math.min(at, bytes.length);
      bytes.set(garbage.subarray(0, bytes.length - start), start);
      return bytes;
    }),
  );

const mutation = fc.oneof(
  { weight: 6, arbitrary: setEntry },
  { weight: 3, arbitrary: redirect },
  { weight: 1, arbitrary: removeObject },
  { weight: 1, arbitrary: exchange },
  { weight: 1, arbitrary: truncate },
  { weight: 1, arbitrary: garble },
);

const assembly: fc.Arbitrary<Assembly> = fc.record({
  form: fc.constantFrom('table', 'stream', 'hybrid'),
  shift: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -20, max: 20 })),
  startxref: fc.constantFrom('right', 'right', 'right', 'missing', 'elsewhere'),
  trailer: fc.constantFrom('', '', '', '/Prev 0', '/Prev 15', '/ID [<00> <00>]', '/Info 22 0 R'),
  before: fc.constantFrom('', '', '', 'junk\n', '\r\n\r\n', '%!PS\n'),
  cut: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(600)),
  update: fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    mutation.map((mutate) => pickChanged(mutate)),
  ),
});

/** Appends the mutated object as an incremental update. */
function pickChanged(mutate: Mutation): Objects {
  const base = baseObjects();
  const changed = Object.entries(mutate(base)).filter(
    ([number, syntax]) => syntax !== base[Number(number)],
  );
  return Object.fromEntries(changed);
}

/** Printed as text if the test fails. */
class DamagedDocument {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  [fc.toStringMethod](): string {
    return Buffer.from(this.bytes).toString('latin1');
  }
}

/** Valid documents with up to four mutations. */
export const damagedDocuments: fc.Arbitrary<DamagedDocument> = fc
  .tuple(fc.array(mutation, { maxLength: 4 }), assembly)
  .map(([mutations, how]) => {
    const objects = mutations.reduce((before, mutate) => mutate(before), baseObjects());
    return new DamagedDocument(assemble(objects, how));
  });
