import { CodeStep } from './code-step.tsx';
import { DeclineStep } from './decline-step.tsx';
import { FillStep } from './fill-step.tsx';
import { MarkStep } from './mark-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { StampStep } from './stamp-step.tsx';

/** What comes after the terms: a chunk of its own, so that the page is read sooner. */
export const LATER_STEPS = {
  code: CodeStep,
  fill: FillStep,
  stamp: StampStep,
  mark: MarkStep,
  review: ReviewStep,
  decline: DeclineStep,
};
