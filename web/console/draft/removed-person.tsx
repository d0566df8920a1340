import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';

/** Says what will happen to a removed person's fields, and offers to undo the removal. */
export function RemovedPerson({
  name,
  count,
  onUndo,
}: {
  name: string;
  count: number;
  onUndo: () => void;
}) {
  const { texts } = useConsole();
  return (
    <Notice tone="warn" announce>
      <p>{texts.people.removed(name, count)}</p>
      <div class="row">
        <Button variant="secondary" onClick={onUndo}>
          {texts.people.undoRemove}
        </Button>
      </div>
    </Notice>
  );
}
