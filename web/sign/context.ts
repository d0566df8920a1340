import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../ui/language.ts';
import type { Ceremony, CeremonyApi, Values } from './ceremony-api.ts';
import { valueFields } from './fields/my-fields.ts';
import type { Mark } from './marks/mark.ts';
import type { Texts } from './texts/texts.ts';

const STEPS = ['read', 'terms', 'code', 'fill', 'mark', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** Where a right code leads: who has nothing to fill in goes on to the signature. */
export const afterCode = (ceremony: Ceremony): Step =>
  valueFields(ceremony).length > 0 ? 'fill' : 'mark';

/** The steps that this ceremony has. */
export const stepsOf = (ceremony: Ceremony): Step[] =>
  STEPS.filter((step) => step !== 'fill' || afterCode(ceremony) === 'fill');

/** What every step of the ceremony works with. What was entered lives here, so that no step loses it. */
export interface CeremonyContext {
  api: CeremonyApi;
  ceremony: Ceremony;
  texts: Texts;
  language: Language;
  values: Values;
  setValue(field: string, value: Values[string]): void;
  /** True once what was entered last is kept by the server. */
  saved: boolean;
  signature: Mark | undefined;
  setSignature(mark: Mark | undefined): void;
  stamp: Mark | undefined;
  setStamp(mark: Mark | undefined): void;
  goTo(step: Step): void;
  goBack(): void;
  /** Loads the ceremony anew, such as after signing. */
  reload(): Promise<void>;
}

export const Context = createContext<CeremonyContext | undefined>(undefined);

export function useCeremony(): CeremonyContext {
  const context = useContext(Context);
  if (!context) throw new Error('used outside of a ceremony');
  return context;
}
