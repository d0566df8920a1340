/** What intake removes from an uploaded document: it is active or hidden content, not visible on a page. */
export const REMOVED_PARTS = [
  'javascript',
  'launch_action',
  'submit_action',
  'reset_action',
  'import_action',
  'remote_action',
  'media_action',
  'visibility_action',
  'viewer_action',
  'unsafe_link',
  'open_action',
  'additional_actions',
  'other_action',
  'form_fields',
] as const;

export type RemovedPart = (typeof REMOVED_PARTS)[number];
