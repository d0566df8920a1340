import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { SenderApi, Settings } from './sender-api.ts';
import type { Texts } from './texts/texts.ts';

/** What every page of the console works with. */
export interface Console {
  readonly api: SenderApi;
  readonly settings: Settings;
  readonly texts: Texts;
  readonly language: Language;
  /** Takes another token if this one has ended. */
  readonly renew: () => Promise<unknown>;
  /** The sign-in has ended meanwhile. */
  readonly onSignedOut: () => void;
}

export const Context = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const context = useContext(Context);
  if (!context) throw new Error('used outside of the console');
  return context;
}
