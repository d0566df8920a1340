import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DraftStep } from '../route.ts';
import type { Envelope } from '../sender-api.ts';
import type { DraftWork } from './use-draft-work.ts';

export interface Draft {
  envelope: Envelope;
  onEnvelope: (envelope: Envelope) => void;
  onSent: (envelope: Envelope) => void;
  goTo: (step: DraftStep) => void;
  work: DraftWork;
}

export const Context = createContext<Draft | undefined>(undefined);

export function useDraft(): Draft {
  const draft = useContext(Context);
  if (!draft) throw new Error('used outside of a draft');
  return draft;
}
