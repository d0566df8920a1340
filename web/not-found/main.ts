import '../ui/base.css';
import { preferredLanguage } from '../ui/language.ts';

/** Without JavaScript all five languages are shown, one below the other. */
const language = preferredLanguage();
document.documentElement.lang = language;
for (const section of document.querySelectorAll<HTMLElement>('section'))
  section.hidden = section.lang !== language;
document.title = document.querySelector('section:not([hidden]) h1')?.textContent ?? '';
