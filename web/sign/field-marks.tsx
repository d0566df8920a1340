import type { Field } from './ceremony-api.ts';
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
  const { texts, values } = useCeremony();
  const place = {
    left: `${(field.x / size.width) * 100}%`,
    top: `${(field.y / size.height) * 100}%`,
    width: `${(field.width / size.width) * 100}%`,
    height: `${(field.height / size.height) * 100}%`,
  };
  const filled = isFilled(field, values);
  const shown = filled ? (values[field.id] === true ? '✓' : String(values[field.id])) : field.label;
  const id = `field-${field.id}`;
  const kinds = { filled, active, mark: isMark(field) };
  const name = [
    'field-mark',
    ...Object.entries(kinds).flatMap(([kind, is]) => (is ? kind : [])),
  ].join(' ');
  if (!onOpen || isMark(field)) {
    return (
      <span id={id} class={name} style={place}>
        {shown}
      </span>
    );
  }
  const label = texts.fill.onPage(field.label, field.page + 1);
  return (
    <button type="button" id={id} class={name} style={place} onClick={() => onOpen(field)}>
      <span class="hidden-visually">{label}: </span>
      {shown !== field.label && shown}
      {shown === field.label && <span aria-hidden="true">{shown}</span>}
    </button>
  );
}
