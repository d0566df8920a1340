import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { SenderApi, Settings } from './sender-api.ts';
import type { Texts } from './texts/texts.ts';

/** What every console page receives. */
export interface Console {
  readonly api: SenderApi;
  readonly settings: Settings;
  readonly texts: Texts;
  readonly language: Language;
  /** Obtains another token if this one has expired. */
  readonly renew: () => Promise<unknown>;
  /** Called when a request finds the sign-in expired. */
  readonly onSignedOut: () => void;
}

export const Context = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const context = useContext(Context);
  if (!context) throw new Error('used outside of the console');
  return context;
}
