import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from '../../ui/focus.ts';
import { useConsole } from '../context.ts';

export function FieldsHeading() {
  const { texts } = useConsole();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => void takeFocus(heading.current), []);
  return (
    <div class="stack-s fields-head">
      <h1 id="fields-heading" ref={heading} tabIndex={-1}>
        {texts.fields.title}
      </h1>
      <p class="soft">{texts.fields.lead}</p>
    </div>
  );
}
