import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import type { PageSize } from '../../shared/domain/fields/field-layout.ts';
import { writePdf } from '../../test/fixtures/write-pdf.ts';
import type { Paper } from '../demo/drafting.ts';
import { fieldsAtTheEnd, OWN_VALUES } from '../demo/fields.ts';

export const extraField = (
  id: string,
  kind: Field['kind'],
  x: number,
  more: Partial<Field> = {},
): Field => ({
  ...{ id, party: 'client', kind, page: 0, x, y: 400, width: 120, height: 18 },
  ...{ label: id, required: true, ...more },
});

/** One page, with a field of every kind for the client. */
export const PAPER: Paper = {
  fileName: 'contratto.pdf',
  bytes: writePdf(),
  fields: (pages: readonly PageSize[], parties: readonly Party[]) => [
    ...fieldsAtTheEnd(pages, parties),
    extraField('amount', 'number', 60),
    extraField('plan', 'choice', 220, { options: ['mensile', 'annuale'] }),
    extraField('initials', 'initials', 380),
  ],
  ownValues: OWN_VALUES,
};
