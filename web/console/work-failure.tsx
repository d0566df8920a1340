import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from '../ui/focus.ts';
import { Notice } from '../ui/notice.tsx';

/** Why the last action failed. Takes the focus: the button may be off screen. */
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
