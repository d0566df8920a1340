import type { ComponentChildren } from 'preact';
import { SavedMark } from './draft-standing.tsx';

/** What leads on from a step and back: always in view, at the foot of the window. */
export const StepActions = ({ children }: { children: ComponentChildren }) => (
  <div class="step-actions">
    {children}
    <SavedMark />
  </div>
);
