import type { TermsWords } from './terms-words.ts';

export const termsFrench = ({
  company,
  documentDays,
  evidenceYears,
  archiveYears,
  worth,
  capacity,
}: TermsWords): string =>
  `Conditions de la signature en ligne

Ce que vous acceptez
Vous acceptez de lire ce document sous forme électronique et de le signer avec une signature électronique confirmée par un code à usage unique. Personne n’est obligé de signer ainsi : vous pouvez demander à ${company} de pouvoir signer sur papier.

Comment vous signez
Nous envoyons un code à six chiffres à l’adresse e-mail ou au numéro de téléphone que ${company} a indiqué pour vous. En le saisissant, vous confirmez que vous y avez accès. Le code est valable cinq minutes, une seule fois ; personne chez ${company} ne vous le demandera. Ensuite vous remplissez vos champs, choisissez l’aspect de votre signature et signez.

Qui signe et qui appose le cachet
C’est vous qui signez, en tant que personne : le système crée une clé pour cette seule signature, certifiée par ${company} à votre nom et pour l’adresse ou le numéro confirmé, et la détruit aussitôt. Quand tous ont signé, ${company} appose son propre cachet électronique sur le document. Ce cachet est celui de l’entreprise et ne remplace pas votre signature. ${capacity}

Quelle est sa valeur
${worth}

Ce qui est enregistré
Nous enregistrons votre nom, votre adresse ou numéro, l’adresse réseau (IP), le type de navigateur et les moments où vous ouvrez le lien, acceptez ces conditions, recevez et saisissez le code, signez ou refusez, ainsi que les empreintes (SHA-256) du document et de ce que vous remettez et, si vous en indiquez une, l’adresse e-mail pour votre exemplaire. Ce que vous écrivez et les images de votre signature et de votre tampon deviennent partie du document.

Pour combien de temps
Le document signé reste à votre lien pendant ${documentDays} jours après la conclusion ; il est ensuite supprimé avec tout ce qui y a été saisi : conservez-en donc une copie.${archived(archiveYears, company)} Le registre des événements, qui n’est pas public, est conservé ${evidenceYears} ans à titre de preuve. Pendant la même durée, toute personne qui en possède une copie peut la vérifier en ligne : la vérification montre des dates, des empreintes et des noms abrégés, pas le contenu.

Comment vous retirer
Tant que vous n’avez pas signé, vous pouvez fermer la page sans aucune conséquence, ou refuser en indiquant un motif, que l’expéditeur peut lire. Vous retirez ainsi également ce consentement. Après la signature, la demande ne peut plus être retirée ici : pour le contrat et pour vos données, adressez-vous à ${company}.
`;

const archived = (years: number, company: string): string =>
  years > 0
    ? ` ${company} en garde une copie, avec son registre, dans ses propres archives pendant ${years} ans ; elle ne revient pas à votre lien.`
    : '';
