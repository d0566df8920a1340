import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { TemplateSummary } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';

interface Properties {
  readonly template: TemplateSummary | undefined;
  readonly onClose: () => void;
  readonly onRemove: (template: TemplateSummary) => void;
}

/** It cannot be taken back, so it asks. */
export function RemoveTemplate({ template, onClose, onRemove }: Properties) {
  const { list } = useTemplateTexts();
  return (
    <Dialog open={template !== undefined} labelledBy="remove-template" onClose={onClose}>
      {template && (
        <div class="stack">
          <h2 id="remove-template">{list.removeTitle}</h2>
          <p>{list.removeLead(template.name)}</p>
          <div class="row">
            <Button variant="danger" onClick={() => onRemove(template)}>
              {list.removeConfirm}
            </Button>
            <Button variant="secondary" onClick={onClose}>
              {list.removeKeep}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
