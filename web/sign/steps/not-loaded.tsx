import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useCeremony } from '../context.ts';

/** A browser may cache a failed module load, so the whole page is reloaded; entered values are kept. */
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
