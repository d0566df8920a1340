import { isUnassigned } from '../../../shared/domain/fields/working-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';
import type { Field, Party } from '../sender-api.ts';
import type { Editor } from './use-editor.ts';

/** Fields of a removed person: reassigned or deleted all together, or one by one. */
export function UnassignedFields({
  editor,
  parties,
}: {
  editor: Editor;
  parties: readonly Party[];
}) {
  const { texts } = useConsole();
  const lost = editor.fields.filter((field) => isUnassigned(field, parties));
  if (lost.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{texts.fields.nobodys(lost.length)}</p>
      <div class="row">
        {parties.map(({ id, name }) => (
          <Button key={id} variant="secondary" onClick={() => editor.giveAll(lost, id)}>
            {texts.fields.giveTo(name)}
          </Button>
        ))}
        <Button variant="danger" onClick={() => editor.removeAll(lost)}>
          {texts.fields.removeThem}
        </Button>
      </div>
    </Notice>
  );
}

/** Fields whose page does not exist in the replaced document. */
export function OutsideFields({ fields }: { fields: readonly Field[] }) {
  const { texts } = useConsole();
  if (fields.length === 0) return null;
  return (
    <Notice tone="warn">
      <p>{texts.fields.outside}</p>
      <ul>
        {fields.map(({ id, label, kind, page }) => (
          <li key={id}>{texts.fields.whereItWas(label || texts.fields.kinds[kind], page + 1)}</li>
        ))}
      </ul>
    </Notice>
  );
}
