import type { Guides } from './geometry.ts';

/** Alignment guides of the dragged field. */
export const GuideLines = ({
  guides,
  page,
}: {
  guides: Guides;
  page: { width: number; height: number };
}) => (
  <>
    {guides.x !== undefined && (
      <span class="guide across" style={{ left: `${(guides.x / page.width) * 100}%` }} />
    )}
    {guides.y !== undefined && (
      <span class="guide down" style={{ top: `${(guides.y / page.height) * 100}%` }} />
    )}
  </>
);
