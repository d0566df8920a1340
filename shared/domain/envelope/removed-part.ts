/** What intake takes away from a document, because it is no part of what is seen. */
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
