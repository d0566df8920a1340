import * as z from 'zod';
import { SIGNING_ORDERS } from '../domain/envelope/signing-order.ts';

/** `directorFirst`: the company's side before the other side, in every envelope. */
export const SigningOrder = z.enum(SIGNING_ORDERS);
