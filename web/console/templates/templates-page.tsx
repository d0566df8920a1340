import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/notice.tsx';
import { StepHeading } from '../../ui/page.tsx';
import { useConsole } from '../context.ts';
import { linkTo, TEMPLATE_TABS, type TemplateTab } from '../route.ts';
import type { TemplateSummary } from '../sender-api.ts';
import { WorkFailure } from '../work-failure.tsx';
import { RemoveTemplate } from './list/remove-template.tsx';
import { TemplateRow } from './list/template-row.tsx';
import { type Templates, useTemplates } from './list/use-templates.ts';
import './templates.css';
import { useTemplateTexts } from './texts/texts-of.ts';

/** What can be sent again: the company's templates and one's own. */
export function TemplatesPage({ tab }: { tab: TemplateTab }) {
  const { texts } = useConsole();
  const { list } = useTemplateTexts();
  const templates = useTemplates(tab);
  const [removing, setRemoving] = useState<TemplateSummary>();
  return (
    <>
      {/* Before the announcement: it is closed when that takes the focus. */}
      <RemoveTemplate
        template={removing}
        onClose={() => setRemoving(undefined)}
        onRemove={(template) => {
          setRemoving(undefined);
          void templates.act('remove', template);
        }}
      />
      <div class="stack-l">
        <div class="stack-s">
          <StepHeading>{texts.titles.templates}</StepHeading>
          <p class="soft">{list.lead}</p>
        </div>
        <Announcement text={templates.done} />
        <WorkFailure error={templates.error} />
        <nav class="tabs" aria-label={list.filter}>
          {TEMPLATE_TABS.map((one) => (
            <a
              key={one}
              href={linkTo.templates(one)}
              aria-current={one === tab ? 'page' : undefined}
            >
              {list.tabs[one]}
            </a>
          ))}
        </nav>
        <p class="hidden-visually" role="status">
          {templates.items ? list.found(templates.items.length) : texts.loading}
        </p>
        <Listed templates={templates} tab={tab} onRemove={setRemoving} />
      </div>
    </>
  );
}

/** Takes the focus: the row that was acted on may be gone. */
function Announcement({ text }: { text: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text) takeFocus(place.current);
  }, [text]);
  return (
    <div ref={place} tabIndex={-1} role="status" class="work-failure">
      {text && <Notice tone="good">{text}</Notice>}
    </div>
  );
}

interface ListedProperties {
  readonly templates: Templates;
  readonly tab: TemplateTab;
  readonly onRemove: (template: TemplateSummary) => void;
}

function Listed({ templates, tab, onRemove }: ListedProperties) {
  const { texts } = useConsole();
  const { list } = useTemplateTexts();
  const { items, busy, error, act, reload, more } = templates;
  if (!items)
    return error ? (
      <p>
        <Button variant="secondary" onClick={reload}>
          {texts.tryAgain}
        </Button>
      </p>
    ) : (
      <p class="soft">{texts.loading}</p>
    );
  if (items.length === 0)
    return <p class="empty">{tab === 'archived' ? list.emptyArchived : list.empty}</p>;
  return (
    <>
      <ul class="templates">
        {items.map((template) => (
          <TemplateRow
            key={template.id}
            template={template}
            busy={busy}
            onAct={(what) => (what === 'remove' ? onRemove(template) : void act(what, template))}
          />
        ))}
      </ul>
      {more && (
        <p>
          <Button variant="secondary" busy={busy === 'load'} onClick={more}>
            {list.more}
          </Button>
        </p>
      )}
    </>
  );
}
