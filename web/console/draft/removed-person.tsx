import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsole } from '../context.ts';

/** What becomes of her fields, before it is so; and a way back. */
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
