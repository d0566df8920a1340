import '../ui/base.css';
import { preferredLanguage } from '../ui/language.ts';

/** Without script all five languages stand below each other. */
const language = preferredLanguage();
document.documentElement.lang = language;
for (const section of document.querySelectorAll<HTMLElement>('section'))
  section.hidden = section.lang !== language;
document.title = document.querySelector('section:not([hidden]) h1')?.textContent ?? '';
