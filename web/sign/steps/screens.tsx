import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';
import { loadDocumentAsSigned } from '../looks/load-document-as-signed.ts';
import type { Step } from '../signing-steps.ts';
import type { LATER_STEPS } from './later-steps.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { ReadStep } from './read-step.tsx';
import { TermsStep } from './terms-step.tsx';

const load = () => import('./later-steps.tsx');

/** Preloads the later steps while the document is being read. */
export function fetchLaterSteps(): void {
  load()
    .then(loadDocumentAsSigned)
    .catch(() => {}); // Ignored here: the page that needs the chunk imports it again and reports a failure.
}

const later = (step: keyof typeof LATER_STEPS): ComponentType =>
  lazy(() =>
    load().then(
      ({ LATER_STEPS }) => ({ default: LATER_STEPS[step] as ComponentType }),
      () => ({ default: NotLoaded }),
    ),
  );

export const SCREENS: Readonly<Record<Step, ComponentType>> = {
  read: ReadStep,
  terms: TermsStep,
  code: later('code'),
  copy: later('copy'),
  fill: later('fill'),
  stamp: later('stamp'),
  mark: later('mark'),
  review: later('review'),
  decline: later('decline'),
};
