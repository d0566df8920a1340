import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { typedSignature } from '../../shared/pdf/hands/typed-signature.ts';
import { type LaidField, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import type { Change } from '../../shared/pdf/revision/change.ts';
import { appendRevision } from '../../shared/pdf/revision/revision.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { createCompany, type TestCompany } from '../pki/company.ts';
import { layoutWith } from './layout.ts';
import { readPages } from './read-pdf.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const box = { party: 'client', page: 0, x: 60, width: 120, height: 18 } as const;
const FIELDS: LaidField[] = [
  { ...box, id: 'name', kind: 'text', y: 300 },
  { ...box, id: 'notes', kind: 'text', y: 330, height: 60, multiline: true },
  { ...box, id: 'born', kind: 'date', y: 400 },
  { ...box, id: 'plan', kind: 'choice', y: 430, options: ['Mensile', 'Annuale'] },
  { ...box, id: 'agrees', kind: 'checkbox', y: 460, width: 14, height: 14 },
  { ...box, id: 'stamp', kind: 'stamp', y: 480, height: 60 },
];
const DIRECTOR: Change = {
  signature: { field: 'dirsign', name: 'Юлия Петрова', reason: 'Approvato', certify: true },
};
const CLIENT: Change = { signature: { field: 'clisign', name: 'Ζωή Παπαδοπούλου' } };
const SEAL: Change = { signature: { field: 'seal', name: 'Acme S.r.l.', claim: 'claimed' } };

interface Document {
  readonly bytes: Buffer;
  readonly plan: Plan;
}

let company: TestCompany;
let prepared: Document;

beforeAll(async () => {
  company = await createCompany(NOW);
  const contract = readFileSync(new URL('../fixtures/contratto.pdf', import.meta.url));
  const { bytes, plan } = await prepareDocument(contract, layoutWith(FIELDS));
  prepared = { bytes: Buffer.from(bytes), plan };
});

/** As in production: the plan is read back from JSON, and bytes are only appended. */
async function revised(
  { bytes, plan }: Document,
  change: Change,
  identity?: SigningIdentity,
): Promise<Document> {
  const stored: Plan = JSON.parse(JSON.stringify(plan));
  const services = { timestamp: company.timestamp, now: NOW, ...(identity && { identity }) };
  const { append, nextPlan } = await appendRevision(stored, change, services);
  return { bytes: Buffer.concat([bytes, append]), plan: nextPlan };
}

const signed = async (document: Document, change: Change): Promise<Document> =>
  revised(document, change, await company.person('Юлия Петрова'));

describe('an envelope’s life', () => {
  test('every revision is a strict prefix of the next, and its plan knows its hash', async () => {
    const director = await signed(prepared, DIRECTOR);
    const client = await signed(director, CLIENT);
    const sealed = await revised(client, SEAL, company.seal);
    const { root: certificate } = company.authority;
    const data = { certificates: [certificate], revocationLists: [], ocspResponses: [] };
    const stored = await revised(sealed, { validationData: data });
    const final = await revised(stored, { timestamp: true });
    const lives = [prepared, director, client, sealed, stored, final];
    for (const [index, { bytes, plan }] of lives.entries()) {
      expect(plan).toMatchObject({
        revision: index,
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      const before = lives[index - 1]?.bytes ?? Buffer.alloc(0);
      expect(bytes.subarray(0, before.length).equals(before)).toBe(true);
    }
  });

  test('each byte range covers all of its file but the signature itself', async () => {
    const { bytes } = await signed(await signed(prepared, DIRECTOR), CLIENT);
    const ranges = [...bytes.toString('latin1').matchAll(/ByteRange \[ ([\d ]+)\]/g)];
    const [, last] = ranges.map(([, numbers]) => numbers?.trim().split(/\s+/).map(Number));
    const [start, gapStart = 0, gapEnd = 0, length = 0] = last ?? [];
    expect([start, gapEnd + length]).toEqual([0, bytes.length]);
    expect(bytes.toString('latin1', gapStart, gapStart + 1)).toBe('<');
    expect(bytes.toString('latin1', gapEnd - 1, gapEnd)).toBe('>');
    expect(bytes.toString('latin1', gapStart + 1, gapEnd - 1)).toMatch(/^[0-9a-f]+$/);
  });

  test('the first signature certifies with P=2 and each locks its party’s fields', async () => {
    const director = await signed(prepared, DIRECTOR);
    const first = director.bytes.subarray(prepared.bytes.length).toString('latin1');
    expect(first).toMatch(/\/TransformMethod \/DocMDP\s+\/TransformParams <<[^>]*\/P 2\b/);
    expect(first).toMatch(/\/Perms <<\s*\/DocMDP \d+ 0 R/);
    const client = await signed(director, CLIENT);
    const second = client.bytes.subarray(director.bytes.length).toString('latin1');
    expect(second).toContain('/TransformMethod /FieldMDP');
    expect(second).not.toContain('/TransformMethod /DocMDP');
    expect(Object.keys(client.plan.fields).sort()).toEqual(['seal', 'timestamp1', 'timestamp2']);
  });

  test('there is one timestamp to close the file and one to renew it', async () => {
    const first = await revised(prepared, { timestamp: true });
    const second = await revised(first, { timestamp: true });
    await expect(revised(second, { timestamp: true })).rejects.toThrow('no reserved timestamp');
  });
});

describe('what a party fills in', () => {
  const values = {
    name: 'Ζωή Παπαδοπούλου',
    notes: 'Відомості, заповнені клієнтом, на кількох рядках одного поля.',
    born: '1980-01-31',
    plan: 'Annuale',
    agrees: true,
  };

  test('is read back from the fields by another library', async () => {
    const director = await signed(prepared, DIRECTOR);
    const { bytes } = await signed(director, { ...CLIENT, values });
    const [page] = await readPages(new Uint8Array(bytes));
    const shown = Object.fromEntries(
      page?.annotations.map(({ fieldName, fieldValue }) => [fieldName, fieldValue]) ?? [],
    );
    expect(shown).toMatchObject({
      name_: values.name,
      notes_: values.notes,
      born_: '31 gen 1980',
      agrees_: 'Yes',
    });
    expect([shown.plan_].flat()).toEqual(['Annuale']);
  });

  test('is drawn in several lines where the field takes them', async () => {
    const { bytes } = await revised(prepared, { values: { notes: values.notes } });
    const drawn = await textOfAppearances(bytes.subarray(prepared.bytes.length));
    expect(drawn.length).toBeGreaterThan(1);
  });

  test.each([
    ['a text that does not fit at 5 points', { name: 'Contratto '.repeat(20) }, 'value_too_long'],
    ['a character that the font lacks', { name: '東京' }, 'text_not_covered'],
  ])('%s is refused', async (_, given, code) => {
    await expect(revised(prepared, { values: given })).rejects.toMatchObject({ code });
  });

  test.each([
    ['a field that does not exist', { nobody: 'x' }],
    ['a field named like a property of every object', { constructor: 'x' }],
    ['text in a checkbox', { agrees: 'yes' }],
    ['a tick in a text field', { name: true }],
    ['an option that was not offered', { plan: 'Mai' }],
    ['a value in the seal', { seal: 'x' }],
  ])('%s is a fault', async (_, given) => {
    await expect(revised(prepared, { values: given })).rejects.toThrow();
  });

  test('cannot be changed after the party has signed', async () => {
    const client = await signed(await signed(prepared, DIRECTOR), CLIENT);
    await expect(revised(client, { values: { name: 'other' } })).rejects.toThrow('no open');
    const drawings = { stamp: typedSignature('x', 'caveat', { width: 10, height: 10 }) };
    await expect(revised(client, { drawings })).rejects.toThrow('no open');
  });
});

describe('a change that the plan does not allow is a fault', () => {
  test('certifying after the first revision', async () => {
    const director = await signed(prepared, DIRECTOR);
    const certify = { signature: { field: 'clisign', name: 'Z', certify: true } };
    await expect(signed(director, certify)).rejects.toThrow('only the first revision');
  });

  test('signing the same field twice', async () => {
    await expect(signed(await signed(prepared, DIRECTOR), DIRECTOR)).rejects.toThrow('no open');
  });

  test('two signatures in one revision', async () => {
    await expect(signed(prepared, { ...DIRECTOR, timestamp: true })).rejects.toThrow(
      'one signature',
    );
  });

  test('signing without an identity', async () => {
    await expect(revised(prepared, DIRECTOR)).rejects.toThrow('signing identity');
  });

  test('a hash state that belongs to another revision', async () => {
    const director = await signed(prepared, DIRECTOR);
    const mixed = { ...prepared.plan, hashState: director.plan.hashState };
    await expect(signed({ ...prepared, plan: mixed }, DIRECTOR)).rejects.toThrow('hash state');
  });

  test('a plan of another version', async () => {
    const plan = { ...prepared.plan, version: 2 } as unknown as Plan;
    await expect(signed({ ...prepared, plan }, DIRECTOR)).rejects.toThrow('plan version');
  });
});

test('revisions carry no font program and no parser of uploads', async () => {
  const build = await rolldown({ input: 'shared/pdf/revision/revision.ts', platform: 'node' });
  const { output } = await build.generate();
  const inputs = output[0].moduleIds.map((id) => id.split('/shared/pdf/')[1] ?? '');
  expect(inputs).toContain('revision/revision.ts');
  expect(inputs.filter((input) => /program|intake/.test(input))).toEqual([]);
});

/** Text lines in a revision's form XObjects, as glyph numbers. */
async function textOfAppearances(bytes: Uint8Array): Promise<string[]> {
  const { inflateSync } = await import('node:zlib');
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, data]) => {
    const stored = Buffer.from(data ?? '', 'latin1');
    return stored[0] === 0x78 ? inflateSync(stored).toString('latin1') : stored.toString('latin1');
  });
  return streams.flatMap((content) => content.match(/<[0-9a-f]+> Tj/g) ?? []);
}
