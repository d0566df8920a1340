import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractFields, contractValues } from '../../test/fixtures/contratto-fields.ts';
import type { Paper } from './drafting.ts';
import { fieldsAtTheEnd, OWN_VALUES } from './fields.ts';

const CONTRACT = fileURLToPath(new URL('../../test/fixtures/contratto.pdf', import.meta.url));

/** Any PDF, with fields in the lower part of its last page. */
export const paperFrom = (file: string): Paper => ({
  fileName: basename(file),
  bytes: new Uint8Array(readFileSync(file)),
  fields: fieldsAtTheEnd,
  ownValues: OWN_VALUES,
});

/** A realistic Italian contract, with fields in the blanks it provides. */
export const contract = (): Paper => ({
  ...paperFrom(CONTRACT),
  fields: (_, [director, client]) =>
    contractFields({ director: director!.id, client: client!.id }).map((field) => ({
      ...field,
      label: field.label ?? field.id,
      required: true,
    })),
  ownValues: contractValues,
});

/** The contract has blanks for two; with more parties the fields go to the end of its last page. */
export function paperFor(file: string | undefined, parties: 2 | 4): Paper {
  if (file) return paperFrom(file);
  return parties === 2 ? contract() : paperFrom(CONTRACT);
}
