import { displayValue } from '../../../shared/domain/fields/field-kinds.ts';
import type { DrawingItem } from '../../../shared/pdf/draw/drawing.ts';
import { layOutText } from '../../../shared/pdf/fields/field-text.ts';
import { frameItems, tickItems } from '../../../shared/pdf/fields/tick.ts';
import { normalizeText } from '../../../shared/pdf/font/font.ts';
import type { Language } from '../../ui/language.ts';
import type { Field, Value } from '../ceremony-api.ts';

/** Drawing of a value as it will be printed; nothing for a value that the server would refuse. */
export function valueItems(field: Field, value: Value, language: Language): readonly DrawingItem[] {
  const { width, height, multiline } = field;
  const box = { width, height };
  if (typeof value === 'boolean') return value ? [...frameItems(box), ...tickItems(box)] : [];
  try {
    const text = displayValue(field.kind, normalizeText(value), language);
    return layOutText(text, { ...box, ...(multiline && { multiline }) });
  } catch {
    return [];
  }
}
