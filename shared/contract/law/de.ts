import type { LawWords } from './law-words.ts';

/** To be reviewed by the company's lawyer. */
export const de: LawWords = {
  capacity:
    'Sie unterschreiben für sich selbst oder in der Eigenschaft, die im Dokument angegeben ist.',
  worth: {
    IT: 'Es handelt sich um eine elektronische Signatur im Sinne von Artikel 3 Nummer 10 der Verordnung (EU) Nr. 910/2014 (eIDAS), in Italien auch „einfache“ genannt: Sie darf als Beweismittel nicht allein deshalb abgelehnt werden, weil sie elektronisch ist. Ob ein so unterzeichnetes Dokument die Schriftform erfüllt und was es beweist, würdigt das Gericht frei nach seiner Sicherheit, Integrität und Unveränderbarkeit (Artikel 20 Absatz 1-bis des italienischen Kodex der digitalen Verwaltung, Gesetzesdekret 82/2005). Für manche Rechtsgeschäfte verlangt das Gesetz eine strengere Form, die diese Signatur nicht bietet.',
    elsewhere:
      'Es handelt sich um eine elektronische Signatur im Sinne von Artikel 3 Nummer 10 der Verordnung (EU) Nr. 910/2014 (eIDAS): Sie darf als Beweismittel nicht allein deshalb abgelehnt werden, weil sie elektronisch ist. Für manche Rechtsgeschäfte verlangt das Gesetz eine strengere Form, die diese Signatur nicht bietet.',
  },
  form: {
    IT: 'Rechtsgeschäfte, für die Artikel 1350 des italienischen Zivilgesetzbuchs die Schriftform verlangt, und Klauseln, die nach Artikel 1341 eigens zu genehmigen sind, können eine andere Art von Signatur erfordern (Artikel 21 Absatz 2-bis des Kodex der digitalen Verwaltung). Fragen Sie im Zweifel vor dem Senden Ihre Rechtsberatung.',
    elsewhere:
      'Für manche Rechtsgeschäfte verlangt das Gesetz eine strengere Form als diese elektronische Signatur, etwa eine andere Art von Signatur oder eine notarielle Urkunde. Fragen Sie im Zweifel vor dem Senden Ihre Rechtsberatung.',
  },
};
