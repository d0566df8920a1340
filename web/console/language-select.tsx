import { LANGUAGE_NAMES } from '../ui/language.ts';
import type { Envelope } from './sender-api.ts';

type Language = Envelope['language'];

interface Properties {
  id: string;
  value: Language;
  describedBy?: string | undefined;
  onLanguage: (language: Language) => void;
}

/** The languages that messages and documents are written in. */
export function LanguageSelect({ id, value, describedBy, onLanguage }: Properties) {
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onLanguage(event.currentTarget.value as Language)}
    >
      {Object.entries(LANGUAGE_NAMES).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
