import { Button } from '../../../ui/button.tsx';
import { useConsole } from '../../context.ts';
import { goTo, linkTo } from '../../route.ts';
import { useWork } from '../../use-work.ts';
import { WorkFailure } from '../../work-failure.tsx';
import { useTemplateTexts } from '../texts/texts-of.ts';

interface Properties {
  readonly id: string;
  /** What must be saved first. */
  readonly before?: () => Promise<void>;
}

/** Duplicates the envelope as a draft. */
export function DuplicateEnvelope({ id, before }: Properties) {
  const { api } = useConsole();
  const { duplicate } = useTemplateTexts();
  const { busy, error, run } = useWork();
  const act = () =>
    run('duplicate', async () => {
      await before?.();
      const copy = await api.duplicate(id);
      goTo(linkTo.envelope(copy.id));
    });
  return (
    <>
      <WorkFailure error={error} />
      <Button variant="secondary" busy={busy !== undefined} onClick={act}>
        {duplicate.act}
      </Button>
    </>
  );
}
