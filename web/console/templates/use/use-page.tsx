import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { StepHeading } from '../../../ui/page.tsx';
import { useConsole } from '../../context.ts';
import { linkTo } from '../../route.ts';
import type { Template } from '../../sender-api.ts';
import { useWork } from '../../use-work.ts';
import '../templates.css';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { UseForm } from './use-form.tsx';

/** One page from a template to what is sent. */
export function UsePage({ id }: { id: string }) {
  const { use } = useTemplateTexts();
  const { template, error, load } = useTemplate(id);
  return (
    <div class="measure stack-l">
      <p>
        <a href={linkTo.templates()}>{use.toList}</a>
      </p>
      {!template && <NotLoaded error={error} onAgain={load} />}
      {template && template.archivedAt === undefined && <UseForm template={template} />}
      {template && template.archivedAt !== undefined && (
        <>
          <StepHeading>{template.name}</StepHeading>
          <Notice tone="warn">{use.archived}</Notice>
        </>
      )}
    </div>
  );
}

function useTemplate(id: string) {
  const { api } = useConsole();
  const [template, setTemplate] = useState<Template>();
  const { error, run } = useWork();
  const load = () => run('load', async () => setTemplate(await api.template(id)));
  useEffect(() => void load(), [id]);
  return { template, setTemplate, error, load };
}

function NotLoaded({ error, onAgain }: { error: string | undefined; onAgain: () => void }) {
  const { texts } = useConsole();
  if (!error) return <p role="status">{texts.loading}</p>;
  return (
    <>
      <StepHeading>{texts.titles.template}</StepHeading>
      <Notice tone="bad" announce>
        <p>{error}</p>
        <Button variant="secondary" onClick={onAgain}>
          {texts.tryAgain}
        </Button>
      </Notice>
    </>
  );
}
