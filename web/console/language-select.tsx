import { LANGUAGE_NAMES } from '../ui/language.ts';
import { useConsole } from './context.ts';
import type { Envelope } from './sender-api.ts';

type Language = Envelope['language'];

interface Properties {
  readonly id: string;
  readonly value: Language;
  readonly describedBy?: string | undefined;
  readonly onLanguage: (language: Language) => void;
}

/** Languages for messages and documents. */
export function LanguageSelect({ id, value, describedBy, onLanguage }: Properties) {
  const { languages } = useConsole().settings;
  // A draft may have a language no longer offered; it is shown, and must be changed before sending.
  const offered = languages.includes(value) ? languages : [value, ...languages];
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onLanguage(event.currentTarget.value as Language)}
    >
      {offered.map((code) => (
        <option key={code} value={code}>
          {LANGUAGE_NAMES[code]}
        </option>
      ))}
    </select>
  );
}
