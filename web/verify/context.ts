import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { VerifierPhrases } from '../../shared/contract/verifier-phrases/verifier-phrases.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Texts } from './texts/texts.ts';

export interface Localization {
  readonly language: Language;
  readonly texts: Texts;
  /** Texts of the public record. */
  readonly phrases: VerifierPhrases;
  /** Formats an instant in the company's time zone. */
  readonly instant: (iso: string) => string;
  readonly number: (value: number) => string;
}

export const LocalizationContext = createContext<Localization | undefined>(undefined);

export function useLocalization(): Localization {
  const speech = useContext(LocalizationContext);
  if (!speech) throw new Error('outside the page');
  return speech;
}
