import { refusalSentence } from '../../../shared/contract/refusals/refusal-sentence.ts';
import { unfillable } from '../../../shared/pdf/fields/unfillable.ts';
import type { Language } from '../../ui/language.ts';
import type { Field } from '../sender-api.ts';

/** Why a field cannot be filled; undefined if it can. */
export type Judge = (field: Field) => string | undefined;

/** The rule and message that the server applies. Cached per field object, since every change creates a new one. */
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

/** Options as typed; blank lines and trailing spaces are ignored. */
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
