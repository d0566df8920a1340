import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { VerifierPhrases } from '../../shared/contract/verifier-phrases/verifier-phrases.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import type { Texts } from './texts/texts.ts';

export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  /** Texts of the public record. */
  readonly phrases: VerifierPhrases;
  /** Formats an instant in the company's time zone. */
  readonly instant: (iso: string) => string;
  readonly number: (value: number) => string;
}

export const SpeechContext = createContext<Speech | undefined>(undefined);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('outside the page');
  return speech;
}
