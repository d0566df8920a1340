import { useState } from 'preact/hooks';
import { isMark } from '../../shared/domain/fields/field-kinds.ts';
import { Button } from '../ui/button.tsx';
import { scrollToMark } from '../ui/document/scroll-to.ts';
import type { Field } from './ceremony-api.ts';
import { useCeremony } from './context.ts';
import { fieldsInOrder, isFilled } from './fields/my-fields.ts';

/**
 * Button that moves through the document from one of the party's fields to the next: first the empty ones.
 * The document is scrolled to the middle of the screen, above the bar.
 */
export function NextField({ fillable, among }: { fillable: boolean; among?: readonly Field[] }) {
  const { ceremony, texts, values } = useCeremony();
  const [at, setAt] = useState<string>();
  const fields = among ?? fieldsInOrder(ceremony);
  const due = fields.filter((field) => !fillable || !(isMark(field) || isFilled(field, values)));
  if (due.length === 0) return null;
  const reached = fields.find(({ id }) => id === at);
  function lead() {
    const passed = reached ? fields.indexOf(reached) : -1;
    const next = due.find((field) => fields.indexOf(field) > passed) ?? due[0]!;
    setAt(next.id);
    leadTo(next);
    if (fillable) document.getElementById(`field-${next.id}`)?.focus({ preventScroll: true });
  }
  return (
    <>
      <Button variant="quiet" onClick={lead}>
        {texts.fields.next}
      </Button>
      <span class="hidden-visually" role="status">
        {reached && texts.fields.onPage(reached.label, reached.page + 1)}
      </span>
    </>
  );
}

/** Scrolls page and document so that a field is in the middle of the screen. */
export function leadTo({ id }: Field): void {
  scrollToMark(`field-${id}`);
  document.querySelector('.pdf-pages')?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
