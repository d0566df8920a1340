import { Button } from '../../ui/button.tsx';
import { useConsole } from '../context.ts';

interface Properties {
  readonly chosen: number;
  /** Undefined while the number is unknown. */
  readonly all: number | undefined;
  readonly busy: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onHandOver: () => void;
  readonly onLeave: () => void;
}

/** Selection bar, always visible: number of selected envelopes, and actions. */
export function ChoosingBar({ chosen, all, busy, onAll, onNone, onHandOver, onLeave }: Properties) {
  const { texts } = useConsole();
  const areAll = chosen > 0 && chosen === all;
  return (
    <div class="choosing-bar row">
      <span role="status">{texts.handMany.chosen(chosen)}</span>
      <Button variant="quiet" busy={busy} onClick={areAll ? onNone : onAll}>
        {areAll ? texts.handMany.none : texts.handMany.all}
      </Button>
      <Button unavailable={chosen === 0 || busy} onClick={onHandOver}>
        {texts.handOver.act}
      </Button>
      <Button variant="secondary" onClick={onLeave}>
        {texts.cancel}
      </Button>
    </div>
  );
}
