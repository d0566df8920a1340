import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { takeFocus } from './focus.ts';
import { LANGUAGE_NAMES, type Language } from './language.ts';

interface Properties {
  readonly company: string;
  readonly language: Language;
  /** Languages offered. */
  readonly languages: readonly Language[];
  readonly languageLabel: string;
  readonly skipLabel: string;
  readonly onLanguage: (language: Language) => void;
  readonly wide?: boolean;
  /** Content beside the language menu, such as the signed-in user. */
  readonly aside?: ComponentChildren;
  /** Content of the footer. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Layout of every page: skip link, company, language menu. */
export const Page = ({ company, wide, aside, foot, children, ...language }: Properties) => (
  <>
    <a class="skip button" href="#content">
      {language.skipLabel}
    </a>
    <header class="page-head">
      <div>
        <strong>{company}</strong>
        <div class="row">
          {aside}
          <LanguageMenu {...language} />
        </div>
      </div>
    </header>
    <main id="content" tabIndex={-1} class={`page-main ${wide ? 'wide' : ''}`}>
      {children}
    </main>
    {foot}
  </>
);

type MenuProperties = Pick<Properties, 'language' | 'languages' | 'languageLabel' | 'onLanguage'>;

function LanguageMenu({ language, languages, languageLabel, onLanguage }: MenuProperties) {
  if (languages.length < 2) return null;
  return (
    <label>
      <span class="hidden-visually">{languageLabel}</span>
      <select
        value={language}
        onChange={(event) => onLanguage(event.currentTarget.value as Language)}
      >
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {LANGUAGE_NAMES[code]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface HeadingProperties {
  /** Language of a document's title, which may differ from the page's. */
  readonly lang?: Language;
  readonly children: ComponentChildren;
}

/** The heading of a step; focused when the step appears, so that screen readers announce it. */
export function StepHeading({ lang, children }: HeadingProperties) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => void takeFocus(heading.current), []);
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang}>
      {children}
    </h1>
  );
}
