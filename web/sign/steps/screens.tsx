import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Step, useCeremony } from '../context.ts';
import type { LATER_STEPS } from './later-steps.tsx';
import { ReadStep } from './read-step.tsx';
import { TermsStep } from './terms-step.tsx';

const load = () => import('./later-steps.tsx');

/** Well before they are needed: while the document is being read. */
export const fetchLaterSteps = (): void => {
  load().catch(() => {}); // whoever needs one asks again, and tells
};

const later = (step: keyof typeof LATER_STEPS): ComponentType =>
  lazy(() =>
    load().then(
      ({ LATER_STEPS }) => ({ default: LATER_STEPS[step] as ComponentType }),
      () => ({ default: NotLoaded }),
    ),
  );

/** A browser may remember that a script did not load, so the whole page is loaded anew: nothing is lost. */
function NotLoaded() {
  const { texts } = useCeremony();
  return (
    <Notice tone="bad" announce>
      <p>{texts.offline}</p>
      <Button variant="secondary" onClick={() => location.reload()}>
        {texts.tryAgain}
      </Button>
    </Notice>
  );
}

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
