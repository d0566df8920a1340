import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DraftStep } from '../route.ts';
import type { Envelope } from '../sender-api.ts';
import type { DraftWork } from './use-draft-work.ts';

export interface Draft {
  readonly envelope: Envelope;
  readonly onEnvelope: (envelope: Envelope) => void;
  readonly onSent: (envelope: Envelope) => void;
  readonly goTo: (step: DraftStep) => void;
  readonly work: DraftWork;
}

export const Context = createContext<Draft | undefined>(undefined);

export function useDraft(): Draft {
  const draft = useContext(Context);
  if (!draft) throw new Error('used outside of a draft');
  return draft;
}
