import type { ComponentType } from 'preact';
import { ConfirmationNotice } from '../confirmation/confirmation-notice.tsx';
import { CodeStep } from './code-step.tsx';
import { CopyStep } from './copy-step.tsx';
import { DeclineStep } from './decline-step.tsx';
import { FillStep } from './fill-step.tsx';
import { MarkStep } from './mark-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { StampStep } from './stamp-step.tsx';

/** A step after the code, shown only while the confirmation is valid. */
const confirmed = (Step: ComponentType) => () => (
  <>
    <ConfirmationNotice />
    <Step />
  </>
);

/** The steps after the terms: a separate chunk, so that the first page loads faster. */
export const LATER_STEPS = {
  code: CodeStep,
  copy: confirmed(CopyStep),
  fill: confirmed(FillStep),
  stamp: confirmed(StampStep),
  mark: confirmed(MarkStep),
  review: confirmed(ReviewStep),
  decline: DeclineStep,
};
