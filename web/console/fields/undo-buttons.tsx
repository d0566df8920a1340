import { Button } from '../../ui/button.tsx';
import { useConsole } from '../context.ts';
import type { Editor } from './use-editor.ts';

export function UndoButtons({ editor }: { editor: Editor }) {
  const { texts } = useConsole();
  return (
    <>
      <Button
        variant="quiet"
        aria-label={texts.fields.undo}
        aria-keyshortcuts="Control+Z"
        unavailable={!editor.canUndo}
        onClick={editor.undo}
      >
        <Turn path="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 0 12" />
      </Button>
      <Button
        variant="quiet"
        aria-label={texts.fields.redo}
        aria-keyshortcuts="Control+Shift+Z"
        unavailable={!editor.canRedo}
        onClick={editor.redo}
      >
        <Turn path="m15 7 5 5-5 5M20 12H10a6 6 0 0 0 0 12" />
      </Button>
    </>
  );
}

const Turn = ({ path }: { path: string }) => (
  <svg width="20" height="20" viewBox="0 2 24 24" aria-hidden="true">
    <path d={path} fill="none" stroke="currentColor" stroke-width="2" />
  </svg>
);
