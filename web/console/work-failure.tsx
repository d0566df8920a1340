import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from '../ui/focus.ts';
import { Notice } from '../ui/notice.tsx';

/** Error of the last action. Takes the focus, because the button may be off screen. */
export function WorkFailure({ error }: { error: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (error) takeFocus(place.current);
  }, [error]);
  return (
    <div ref={place} tabIndex={-1} class="work-failure">
      {error && (
        <Notice tone="bad" announce>
          {error}
        </Notice>
      )}
    </div>
  );
}
