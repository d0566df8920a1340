import type { Language } from '../../../ui/language.ts';
import { useConsole } from '../../context.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { WebhookTexts } from './texts.ts';

const TEXTS: Record<Language, WebhookTexts> = { it, en, de, fr, es };

export const useWebhookTexts = (): WebhookTexts => TEXTS[useConsole().language];
