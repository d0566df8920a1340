import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { formatTime } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useCeremony } from '../context.ts';
import { CodeEntry } from '../steps/code-entry.tsx';
import { useLaterTexts } from '../use-later-texts.ts';

/** Warns before the confirmation expires, and when it has; the step below keeps its state. */
export function ConfirmationNotice() {
  const { confirmation, confirmationRead, readConfirmation } = useCeremony();
  const words = useLaterTexts();
  const [asking, setAsking] = useState(false);
  const sentence = useSentence();
  useFocusBack(asking);
  return (
    <>
      <div role="status" class="confirmation">
        {sentence && confirmationRead !== confirmation.state && (
          <Notice tone="warn">
            <p>{sentence}</p>
            <div class="row">
              <Button onClick={() => setAsking(true)}>{words.confirmation.again}</Button>
              <Button variant="quiet" onClick={readConfirmation}>
                {words.confirmation.later}
              </Button>
            </div>
          </Notice>
        )}
      </div>
      <Dialog open={asking} labelledBy="confirm-again" onClose={() => setAsking(false)}>
        <ConfirmAgain onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function useSentence(): string | undefined {
  const { language, confirmation } = useCeremony();
  const words = useLaterTexts();
  switch (confirmation.state) {
    case 'standing':
      return undefined;
    case 'ending': {
      const end = new Date(confirmation.endsAt).toISOString();
      return words.confirmation.ending(formatTime(end, language));
    }
    case 'ended':
      return words.confirmation.ended;
  }
}

function ConfirmAgain({ onClose }: { onClose: () => void }) {
  const { reload } = useCeremony();
  const words = useLaterTexts();
  return (
    <CodeEntry
      purpose="sign"
      titleId="confirm-again"
      title={words.code.title}
      action={words.code.confirm}
      onBack={onClose}
      onRight={async () => {
        if (await reload()) onClose();
      }}
    />
  );
}

/** The control that opened the dialog no longer exists, so focus goes to the step's heading. */
function useFocusBack(asking: boolean): void {
  useEffect(() => {
    if (!asking) return undefined;
    return () => {
      if (document.activeElement === document.body) takeFocus(document.querySelector('h1'));
    };
  }, [asking]);
}
