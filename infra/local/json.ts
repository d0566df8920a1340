export type JsonObject = { [name: string]: Json };
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
