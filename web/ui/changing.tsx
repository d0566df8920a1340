/**
 * Text that changes while it is shown. Browser translation replaces text nodes, so an update of the
 * old node would be invisible: the element is recreated instead.
 */
export const Changing = ({ text }: { text: string | false | undefined }) =>
  text ? <span key={text}>{text}</span> : null;

/** Text that changes every second; excluded from browser translation. */
export const Counting = ({ text }: { text: string }) => (
  <span key={text} translate={false} class="notranslate">
    {text}
  </span>
);
