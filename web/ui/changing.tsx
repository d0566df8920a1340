/**
 * Text that changes while it is shown. A browser that translates the page takes each text out and puts
 * its own there, and what is written into the old one is seen by nobody: so the element is made anew.
 */
export const Changing = ({ text }: { text: string | false | undefined }) =>
  text ? <span key={text}>{text}</span> : null;

/** Text that changes each second, which no translator could follow. */
export const Counting = ({ text }: { text: string }) => (
  <span key={text} translate={false} class="notranslate">
    {text}
  </span>
);
