import { LANGUAGE_NAMES } from '../ui/language.ts';
import { StepHeading } from '../ui/page.tsx';
import { useConsole } from './context.ts';
import { linkTo } from './route.ts';

/** Shows the company's configuration, which is changed by deploying. */
export function SettingsPage() {
  const { settings, texts, language } = useConsole();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const { facts } = texts.settings;
  const megabytes = Math.floor(settings.maxDocumentBytes / 1_048_576);
  const rows: [string, string][] = [
    [facts.company, settings.company],
    [facts.languages, list.format(settings.languages.map((code) => LANGUAGE_NAMES[code]))],
    [facts.timeZone, settings.timeZone],
    [
      facts.textMessages,
      settings.smsCountries.length > 0 ? list.format(settings.smsCountries) : facts.noTextMessages,
    ],
    [facts.order, texts.settings.orders[settings.order]],
    [facts.size, texts.settings.megabytes(megabytes)],
    [facts.deadline, texts.settings.days(settings.maxDeadlineDays)],
    [facts.kept, texts.settings.days(settings.documentDays)],
  ];
  return (
    <div class="measure stack-l">
      <StepHeading>{texts.settings.title}</StepHeading>
      <section class="card stack">
        <h2>{texts.settings.companyTitle}</h2>
        <dl class="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{facts.verifier}</dt>
            <dd>
              <a href={settings.verifierUrl} rel="noreferrer" target="_blank">
                {settings.verifierUrl}
              </a>
            </dd>
          </div>
        </dl>
        <p class="soft small">{texts.settings.changedWhere}</p>
      </section>
      <section class="card stack">
        <h2>{texts.settings.meTitle}</h2>
        <dl class="facts">
          <div>
            <dt>{facts.name}</dt>
            <dd>{settings.me.name}</dd>
          </div>
          <div>
            <dt>{facts.email}</dt>
            <dd>{settings.me.email}</dd>
          </div>
          <div>
            <dt>{facts.subject}</dt>
            <dd class="mono">{settings.me.subject}</dd>
          </div>
          <div>
            <dt>{facts.sees}</dt>
            <dd>{settings.me.isAdministrator ? facts.seesAll : facts.seesOwn}</dd>
          </div>
        </dl>
      </section>
      <section class="card stack">
        <h2>{texts.settings.webhooks.title}</h2>
        <p>{texts.settings.webhooks.lead}</p>
        <p>
          <a href={linkTo.webhooks()}>{texts.settings.webhooks.open}</a>
        </p>
      </section>
    </div>
  );
}
