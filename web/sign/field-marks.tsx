import { displayValue } from '../../shared/domain/display-value.ts';
import type { Language } from '../ui/language.ts';
import type { Field, Value } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { useDocument } from './document.tsx';
import { isFilled, isMark } from './fields/my-fields.ts';
import { usePageSize } from './use-page-size.ts';

interface Properties {
  page: number;
  active: Field | undefined;
  /** Absent while reading: then the marks only show where my fields are. */
  onOpen: ((field: Field) => void) | undefined;
}

/** My fields over one page, each with its value once it is filled. */
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
  field: Field;
  active: boolean;
  size: { width: number; height: number };
  onOpen: Properties['onOpen'];
}

function FieldMark({ field, active, size, onOpen }: MarkProperties) {
  const { texts, values, ceremony } = useCeremony();
  const filled = isFilled(field, values);
  const shown = filled
    ? shortValue(field, values[field.id]!, ceremony.documentLanguage)
    : field.label;
  const kinds = { filled, active, mark: isMark(field) };
  const shared = {
    id: `field-${field.id}`,
    class: ['field-mark', ...Object.entries(kinds).flatMap(([kind, is]) => (is ? kind : []))].join(
      ' ',
    ),
    style: placeOn(size, field),
  };
  if (!onOpen || isMark(field)) {
    return (
      <span {...shared}>
        <span class="field-text">{shown}</span>
      </span>
    );
  }
  return (
    <button type="button" {...shared} onClick={() => onOpen(field)}>
      <span class="hidden-visually">{texts.fill.onPage(field.label, field.page + 1)}: </span>
      <span class="field-text" aria-hidden={filled ? undefined : 'true'}>
        {shown}
      </span>
    </button>
  );
}

/** Largest text in a field, in points; smaller where the field is low. */
const TEXT_POINTS = 11;

/** All in shares of the page, whatever its size on the screen. */
export function placeOn(size: MarkProperties['size'], { x, y, width, height }: Field) {
  const points = Math.min(TEXT_POINTS, height * 0.62);
  return {
    left: `${(x / size.width) * 100}%`,
    top: `${(y / size.height) * 100}%`,
    width: `${(width / size.width) * 100}%`,
    height: `${(height / size.height) * 100}%`,
    fontSize: `${(points / size.width) * 100}cqw`,
  };
}

function shortValue(field: Field, value: Value, language: Language): string {
  if (typeof value === 'boolean') return '✓';
  return displayValue(field.kind, value, language);
}
