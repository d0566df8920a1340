import type { SenderApi } from '../sender-api.ts';

type Asked = Parameters<SenderApi['handOver']>[1];
/** Undefined: the caller. */
export type NewOwner = NonNullable<Asked['to']>;
export type Batch = NonNullable<Asked['batch']>;
