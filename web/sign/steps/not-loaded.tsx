import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useCeremony } from '../context.ts';

/** A browser may remember that a script did not load, so the whole page is loaded anew: nothing is lost. */
export function NotLoaded() {
  const { texts } = useCeremony();
  return (
    <Notice tone="bad" announce>
      <p>{texts.offline}</p>
      <Button variant="secondary" onClick={() => location.reload()}>
        {texts.tryAgain}
      </Button>
    </Notice>
  );
}
