import * as z from 'zod';
import type { CorsConfiguration } from '../http/http-cors.ts';

/** CORS settings that an HTTP API and a function URL have in common. */
export const Cors = z.strictObject({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.number().optional(),
});

export const toCors = (cors: z.output<typeof Cors> | undefined): CorsConfiguration | undefined =>
  cors && {
    allowOrigins: cors.AllowOrigins,
    allowMethods: cors.AllowMethods,
    allowHeaders: cors.AllowHeaders,
    exposeHeaders: cors.ExposeHeaders,
    allowCredentials: cors.AllowCredentials,
    maxAge: cors.MaxAge,
  };
