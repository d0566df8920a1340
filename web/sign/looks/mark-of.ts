import { isMark, isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { HANDS } from '../../../shared/domain/fields/hand.ts';
import { initialsOf } from '../../../shared/domain/fields/initials.ts';
import type { Ceremony, Field, MarkKind } from '../ceremony-api.ts';
import type { CeremonyContext } from '../context.ts';
import { fieldsInOrder, isFilled } from '../fields/my-fields.ts';
import type { Mark } from '../marks/mark.ts';

type Made = Pick<CeremonyContext, 'ceremony' | 'signature' | 'stamp'>;
type Filled = Made & Pick<CeremonyContext, 'values'>;

/** The mark for a signature, initials or stamp field; initials use the signature's handwriting font. */
export function markOf({ kind }: Field, { ceremony, signature, stamp }: Made): Mark | undefined {
  const marks: Record<MarkKind, Mark | undefined> = {
    signature,
    initials: typedInitials(ceremony, signature),
    stamp,
  };
  return isMarkKind(kind) ? marks[kind] : undefined;
}

const typedInitials = ({ me }: Ceremony, signature: Mark | undefined): Mark => ({
  method: 'typed',
  text: initialsOf(me.name),
  hand: signature?.method === 'typed' ? signature.hand : HANDS[0],
});

/** Fields whose mark has been made, in reading order. */
export const placedMarks = (made: Made): Field[] =>
  fieldsInOrder(made.ceremony).filter((field) => isMark(field) && markOf(field, made));

/** Fields with a mark or a value, in reading order. */
export const placedFields = (made: Filled): Field[] =>
  fieldsInOrder(made.ceremony).filter(
    (field) => markOf(field, made) ?? isFilled(field, made.values),
  );
