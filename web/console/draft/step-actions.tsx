import type { ComponentChildren } from 'preact';
import { SavedMark } from './draft-standing.tsx';

/** Next and back buttons, always visible at the bottom of the window. */
export const StepActions = ({ children }: { children: ComponentChildren }) => (
  <div class="step-actions">
    {children}
    <SavedMark />
  </div>
);
