import { useRef } from 'preact/hooks';
import { turnsOf } from '../../../../shared/domain/envelope/party.ts';
import { Button } from '../../../ui/button.tsx';
import { formatDay } from '../../../ui/language.ts';
import { useConsole } from '../../context.ts';
import { linkTo } from '../../route.ts';
import type { TemplateSummary } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';
import { type Act, actsOn } from './acts.ts';

interface Properties {
  readonly template: TemplateSummary;
  /** Name of the action in flight. */
  readonly busy: string | undefined;
  readonly onAct: (act: Act) => void;
}

/** A template of the list: what it is, whose, for whom, and what can be done with it. */
export function TemplateRow({ template, busy, onAct }: Properties) {
  const { language, settings } = useConsole();
  const { list } = useTemplateTexts();
  const { id, name, owner, visibility, archivedAt } = template;
  const isMine = owner.subject === settings.me.subject;
  const whose =
    visibility === 'company'
      ? `${list.whose.company}, ${list.by(owner.name)}`
      : isMine
        ? list.whose.own
        : list.onlyOf(owner.name);
  return (
    <li>
      <div class="template-head">
        <strong>{name}</strong>
        <Places places={template.places} />
        <span class="small soft">
          {list.changed(formatDay(template.updatedAt, language))} · {whose}
        </span>
      </div>
      <div class="row tight template-acts">
        {archivedAt === undefined && (
          <a class="button" href={linkTo.template(id)} aria-label={list.useOf(name)}>
            {list.use}
          </a>
        )}
        <Others template={template} busy={busy} onAct={onAct} />
      </div>
    </li>
  );
}

/** Parties in signing order, one line per turn. */
const Places = ({ places }: Pick<TemplateSummary, 'places'>) => (
  <ol class="template-places small">
    {turnsOf(places).map((turn) => (
      <li key={turn[0]!.turn}>{turn.map(({ name }) => name).join(', ')}</li>
    ))}
  </ol>
);

/** What is done more rarely, behind one button. */
function Others({ template, busy, onAct }: Properties) {
  const { settings } = useConsole();
  const { list } = useTemplateTexts();
  const details = useRef<HTMLDetailsElement>(null);
  const { name, owner } = template;
  const isMine = owner.subject === settings.me.subject;
  const wordOf = (act: Act) =>
    act === 'own' && !isMine ? list.acts.ownOf(owner.name) : list.acts[act];
  return (
    <details ref={details} class="template-others">
      <summary aria-label={list.othersOf(name)}>{list.others}</summary>
      <div class="row tight">
        {actsOn(template).map((act) => (
          <Button
            key={act}
            variant={act === 'remove' ? 'danger' : 'secondary'}
            aria-label={`${wordOf(act)}: ${name}`}
            busy={busy === `${act}-${template.id}`}
            onClick={() => {
              if (details.current) details.current.open = false;
              onAct(act);
            }}
          >
            {wordOf(act)}
          </Button>
        ))}
      </div>
    </details>
  );
}
