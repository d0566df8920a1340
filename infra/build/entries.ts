/** Each function's entry, in the order a document travels. */
export const ENTRIES = {
  sender: 'functions/sender/handler.ts',
  batch: 'functions/sender/batch-handler.ts',
  audit: 'functions/sender/audit-handler.ts',
  intake: 'functions/intake/handler.ts',
  invite: 'functions/invite/handler.ts',
  signer: 'functions/signer/handler.ts',
  seal: 'functions/seal/handler.ts',
  deliver: 'functions/deliver/handler.ts',
  feedback: 'functions/feedback/handler.ts',
  purge: 'functions/purge/handler.ts',
  forget: 'functions/purge/forget-handler.ts',
  verifier: 'functions/verifier/handler.ts',
  relay: 'functions/relay/handler.ts',
  publish: 'functions/relay/publish-handler.ts',
  sweep: 'functions/relay/sweep-handler.ts',
  webhook: 'functions/webhook/handler.ts',
  canary: 'functions/canary/handler.ts',
} as const;

export type FunctionName = keyof typeof ENTRIES;

/** The module of a process that a function starts, beside its own. */
export const PROCESSES = { 'intake/parser': 'functions/intake/parser.ts' };
