import type { Language } from '../domain/party.ts';
import { english } from './english.ts';
import { italian } from './italian.ts';
import type { Phrases } from './notice.ts';

export const PHRASES: Readonly<Record<Language, Phrases>> = { it: italian, en: english };
