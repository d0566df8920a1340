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

/** What every step of the ceremony works with. What was entered lives here, so that no step loses it. */
export interface CeremonyContext {
  readonly api: CeremonyApi;
  readonly ceremony: Ceremony;
  readonly texts: Texts;
  readonly language: Language;
  readonly values: Values;
  setValue(field: string, value: Values[string]): void;
  /** True once what was entered last is kept by the server. */
  readonly saved: boolean;
  readonly signature: Mark | undefined;
  setSignature(mark?: Mark): void;
  readonly stamp: Mark | undefined;
  setStamp(mark?: Mark): void;
  /** True while marks that were kept are being fetched. */
  readonly restoring: boolean;
  readonly uploads: MarkUploads;
  /** Whether the right code still stands, for the steps after it. */
  readonly confirmation: Confirmation;
  /** Its notice was read and put away, until there is another. */
  readonly confirmationRead: Confirmation['state'] | undefined;
  readConfirmation(): void;
  /** The code that was sent last, also before a reload. */
  readonly sentCode: SentCode | undefined;
  codeSent(sent: SentCode): void;
  /** Why this party declines, until it has. */
  readonly reason: string | undefined;
  /** Goes on to the code that declining takes. */
  declineFor(reason: string): void;
  /** `instead`: the present step is done for good, and the back button leads past it. */
  goTo(step: Step, how?: 'further' | 'instead'): void;
  goBack(): void;
  /** Reloads the ceremony, such as after signing. Rejects if there is no answer. */
  reload(): Promise<Ceremony | undefined>;
  /** What to say of a failure; where the ceremony itself is over, the page shows that instead. */
  explain(cause: unknown): Promise<string>;
  /** How the ceremony stands after what was just done. */
  setCeremony(ceremony: Ceremony): void;
}

export const Context = createContext<CeremonyContext | undefined>(undefined);

export function useCeremony(): CeremonyContext {
  const context = useContext(Context);
  if (!context) throw new Error('used outside of a ceremony');
  return context;
}
