import type { Field } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { useDocument } from './document.tsx';
import { isFilled, isMark } from './fields/my-fields.ts';
import { usePageSize } from './use-page-size.ts';

interface Properties {
  page: number;
  /** Absent while reading: then the marks only show where my fields are. */
  onOpen: ((field: Field) => void) | undefined;
}

/** My fields over one page, each with its value once it is filled. */
export function FieldMarks({ page, onOpen }: Properties) {
  const { ceremony } = useCeremony();
  const { pdf } = useDocument();
  const size = usePageSize(pdf, page);
  if (!size) return null;
  const fields = ceremony.fields.filter((field) => field.page === page);
  return fields.map((field) => <FieldMark key={field.id} {...{ field, size, onOpen }} />);
}

interface MarkProperties {
  field: Field;
  size: { width: number; height: number };
  onOpen: Properties['onOpen'];
}

function FieldMark({ field, size, onOpen }: MarkProperties) {
  const { texts, values } = useCeremony();
  const place = {
    left: `${(field.x / size.width) * 100}%`,
    top: `${(field.y / size.height) * 100}%`,
    width: `${(field.width / size.width) * 100}%`,
    height: `${(field.height / size.height) * 100}%`,
  };
  const filled = isFilled(field, values);
  const shown = filled ? (values[field.id] === true ? '✓' : String(values[field.id])) : field.label;
  const name = `field-mark ${filled ? 'filled' : ''} ${isMark(field) ? 'mark' : ''}`;
  if (!onOpen || isMark(field)) {
    return (
      <span class={name} style={place}>
        {shown}
      </span>
    );
  }
  const label = texts.fill.onPage(field.label, field.page + 1);
  return (
    <button
      type="button"
      class={name}
      style={place}
      aria-label={label}
      onClick={() => onOpen(field)}
    >
      {shown}
    </button>
  );
}
