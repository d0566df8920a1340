import { refusalSentence } from '../../../shared/contract/refusal-sentence.ts';
import { unfillable } from '../../../shared/pdf/fields/unfillable.ts';
import type { Language } from '../../ui/language.ts';
import type { Field } from '../sender-api.ts';

/** Why a field cannot be filled; undefined if it can. */
export type Judge = (field: Field) => string | undefined;

/** The server's own rule and sentence. A field is judged once: each change makes another of it. */
export function judgeOf(documentLanguage: Language, reader: Language): Judge {
  const judged = new WeakMap<Field, string | undefined>();
  return (field) => {
    if (!judged.has(field)) judged.set(field, judge(field, documentLanguage, reader));
    return judged.get(field);
  };
}

function judge(field: Field, documentLanguage: Language, reader: Language): string | undefined {
  const problem = unfillable(toBeSent(field), documentLanguage);
  return problem && refusalSentence(problem, reader);
}

/** Options while they are typed: a blank line or a space at the end is no option yet. */
function toBeSent({ options, multiline, earliest, latest, ...field }: Field) {
  const written = options?.map((option) => option.trim()).filter(Boolean);
  return {
    ...field,
    ...(written && { options: written }),
    ...(multiline && { multiline }),
    ...(earliest && { earliest }),
    ...(latest && { latest }),
  };
}
