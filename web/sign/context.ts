import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Purpose } from '../../shared/domain/secrets/code.ts';
import type { Language } from '../ui/language.ts';
import type { Ceremony, CeremonyApi, Values } from './ceremony-api.ts';
import type { Confirmation } from './confirmation/use-confirmation.ts';
import type { Mark } from './marks/mark.ts';
import type { MarkUploads } from './marks/mark-uploads.ts';
import type { Step } from './signing-steps.ts';
import type { Texts } from './texts/texts.ts';

/** Instants by this device's clock. */
export interface SentCode {
  readonly purpose: Purpose;
  readonly expiresAt: number;
  readonly nextAt: number;
}

/** State shared by all steps of the ceremony, so that moving between steps loses no input. */
export interface CeremonyContext {
  readonly api: CeremonyApi;
  readonly ceremony: Ceremony;
  readonly texts: Texts;
  readonly language: Language;
  readonly values: Values;
  setValue(field: string, value: Values[string]): void;
  /** True once the server has stored the latest input. */
  readonly saved: boolean;
  readonly signature: Mark | undefined;
  setSignature(mark?: Mark): void;
  readonly stamp: Mark | undefined;
  setStamp(mark?: Mark): void;
  /** True while stored marks are being downloaded. */
  readonly restoring: boolean;
  readonly uploads: MarkUploads;
  /** Whether the confirmation by code is still valid. */
  readonly confirmation: Confirmation;
  /** The expiry warning was dismissed; reset by the next one. */
  readonly confirmationRead: Confirmation['state'] | undefined;
  readConfirmation(): void;
  /** The code sent most recently, also before a reload. */
  readonly sentCode: SentCode | undefined;
  codeSent(sent: SentCode): void;
  /** Reason for declining, until it is submitted. */
  readonly reason: string | undefined;
  /** Opens the step for the code that declining requires. */
  declineFor(reason: string): void;
  /** `instead`: replaces the current history entry, so that back does not return to a completed step. */
  goTo(step: Step, how?: 'further' | 'instead'): void;
  goBack(): void;
  /** Reloads the ceremony, for instance after signing. Rejects if there is no response. */
  reload(): Promise<Ceremony | undefined>;
  /** Message for an error; if the ceremony has ended, the page shows that instead. */
  explain(cause: unknown): Promise<string>;
  /** Updates the ceremony's state from the response to an action. */
  setCeremony(ceremony: Ceremony): void;
}

export const Context = createContext<CeremonyContext | undefined>(undefined);

export function useCeremony(): CeremonyContext {
  const context = useContext(Context);
  if (!context) throw new Error('used outside of a ceremony');
  return context;
}
