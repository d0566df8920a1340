import { beforeEach, expect, test } from 'vitest';
import { suggestionsKey } from '../../../shared/contract/sender/stored-suggestions.ts';
import { bySystem } from '../../../shared/domain/ledger/ledger.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, senderDesk } from '../../fixtures/sender-desk.ts';

const FACTS = { title: 'Contratto', language: 'it', deadlineDays: 14 } as const;
const PLACE = { page: 0, x: 60, y: 600, width: 180, height: 50, required: true };
const TOLD = { page: 0, text: '{{nome}}', problem: 'kind' };

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
let id: string;

const ask = <B>(body: B, caller = EMPLOYEE) => ({
  ...{ body, query: {}, path: { id }, language: 'it' as const, caller },
});

async function accept(found?: object): Promise<void> {
  if (found) {
    const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, ...found }));
    const key = suggestionsKey(id, DOCUMENT.sha256);
    await ports.documents.put(key, bytes, { contentType: 'application/json' });
  }
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: DOCUMENT }),
  );
}

const meant = (role: 'director' | 'client', number: number) => ({ role, number });
const signature = (name: string, party?: object) => ({
  ...{ id: name, source: 'tag', kind: 'signature', ...PLACE },
  ...(party && { party }),
});

beforeEach(async () => {
  ports = memoryPorts();
  api = senderDesk(ports);
  ({ id } = await api.create(ask({ ...FACTS, parties: [DIRECTOR, CLIENT] })));
});

test('what the document asks for is told with the party that is meant, as far as there is one', async () => {
  const suggestions = [
    signature('s1', meant('client', 1)),
    signature('s2', meant('client', 2)),
    signature('s3'),
  ];
  await accept({ suggestions, wrongTags: [TOLD] });
  const answer = await api.suggestions(ask({}));
  expect(answer.suggestions.map(({ id, meant, party }) => [id, meant?.number, party])).toEqual([
    ['s1', 1, CLIENT.id],
    ['s2', 2, undefined],
    ['s3', undefined, undefined],
  ]);
  expect(answer.wrongTags).toEqual([TOLD]);
});

test('a document that an earlier release accepted asks for nothing', async () => {
  await accept();
  expect(await api.suggestions(ask({}))).toEqual({ suggestions: [], wrongTags: [] });
});

test('nothing is told before a document is accepted, nor to another employee', async () => {
  await expect(api.suggestions(ask({}))).rejects.toMatchObject({ code: 'document_missing' });
  await accept({ suggestions: [], wrongTags: [] });
  const other = api.suggestions(ask({}, { ...EMPLOYEE, subject: 'u2' }));
  await expect(other).rejects.toMatchObject({ code: 'envelope_unknown' });
});
