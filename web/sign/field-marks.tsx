import { displayValue, isMark } from '../../shared/domain/fields/field-kinds.ts';
import { FittedLabel } from '../ui/document/fitted-label.tsx';
import { placeOnPage } from '../ui/document/place-on-page.ts';
import type { Language } from '../ui/language.ts';
import type { Field, Value } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { useDocument } from './document.tsx';
import { isFilled } from './fields/my-fields.ts';
import { usePageSize } from './use-page-size.ts';

interface Properties {
  readonly page: number;
  readonly active: Field | undefined;
  /** Absent while reading: then fields are only highlighted. */
  readonly onOpen: ((field: Field) => void) | undefined;
}

/** The party's fields over one page, each with its value. */
export function FieldMarks({ page, active, onOpen }: Properties) {
  const { ceremony } = useCeremony();
  const { pdf } = useDocument();
  const size = usePageSize(pdf, page);
  if (!size) return null;
  const fields = ceremony.fields.filter((field) => field.page === page);
  return fields.map((field) => (
    <FieldMark key={field.id} {...{ field, size, onOpen }} active={field.id === active?.id} />
  ));
}

interface MarkProperties {
  readonly field: Field;
  readonly active: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly onOpen: Properties['onOpen'];
}

function FieldMark({ field, active, size, onOpen }: MarkProperties) {
  const { texts, values } = useCeremony();
  const filled = isFilled(field, values);
  const { style, side } = placeOnPage(field, size);
  const kinds = { filled, active, mark: isMark(field), [side]: true };
  const shared = {
    id: `field-${field.id}`,
    class: ['field-mark', ...Object.entries(kinds).flatMap(([kind, is]) => (is ? kind : []))].join(
      ' ',
    ),
    style,
  };
  const shown = <Shown field={field} share={lettersIn(field) / size.width} />;
  if (!onOpen || isMark(field)) return <span {...shared}>{shown}</span>;
  return (
    <button type="button" {...shared} onClick={() => onOpen(field)}>
      <span class="hidden-visually">{texts.fields.onPage(field.label, field.page + 1)}: </span>
      <span class="field-text" aria-hidden={filled ? undefined : 'true'}>
        {shown}
      </span>
    </button>
  );
}

const TEXT_POINTS = 11;

/** Largest font size in a field, in points; smaller in low fields. */
export const lettersIn = ({ height }: Field): number => Math.min(TEXT_POINTS, height * 0.62);

/** The value as it will be printed, else the field's label. */
function Shown({ field, share }: { field: Field; share: number }) {
  const { values, ceremony } = useCeremony();
  if (!isFilled(field, values)) return <FittedLabel text={field.label} share={share} />;
  return (
    <span class="field-value" style={{ fontSize: `${share * 100}cqw` }}>
      {shortValue(field, values[field.id]!, ceremony.documentLanguage)}
    </span>
  );
}

function shortValue(field: Field, value: Value, language: Language): string {
  if (typeof value === 'boolean') return '✓';
  return displayValue(field.kind, value, language);
}
