import type { RefusalPhrases } from './refusal-phrases.ts';

export const french: RefusalPhrases = {
  sentences: {
    address_not_verified:
      'Votre connexion ne confirme pas votre adresse e-mail : utilisez le lien du message qui vous a été envoyé.',
    already_signed: 'Le document a déjà été signé[ le {at}].',
    batch_over_limit:
      'Le fichier demande plus que ce qui est possible aujourd’hui[ : {asked} {act}, et il en reste {left}][, jusqu’au {until}]. Divisez le fichier ou réessayez plus tard.',
    batch_unknown: 'Cet envoi groupé n’existe pas ou n’est plus conservé.',
    body_too_large: 'La demande est trop volumineuse[ : {most} octets au maximum].',
    cell_missing: 'Remplissez la cellule[ « {column} »][ à la ligne {row}].',
    code_elsewhere:
      'Le dernier code a été demandé sur une autre page ou un autre appareil : saisissez-le là-bas, ou faites-en envoyer un nouveau ici.',
    code_expired:
      'Le code a expiré : il est valable cinq minutes. Vous pouvez en demander un nouveau.',
    code_limit:
      'Trop de codes ont été envoyés au cours de la dernière heure. Vous pourrez en demander un nouveau[ dans {seconds}].',
    code_locked:
      'Par sécurité, aucun autre code ne peut être envoyé. L’expéditeur peut débloquer la situation par une nouvelle invitation.',
    code_not_locked: 'Un autre code peut encore être envoyé : demandez-le ici.',
    code_too_soon:
      'Un code vient d’être envoyé. Vous pourrez en demander un autre[ dans {seconds}].',
    code_used: 'Ce code a déjà été utilisé. Vous pouvez en demander un nouveau.',
    code_wrong:
      'Le code n’est pas correct.[ Essais restants : {triesLeft}.][ {codes} codes ont été envoyés : seul le plus récent est valable.] Vous pouvez réessayer ou en demander un nouveau.',
    column_missing: 'Il manque une colonne à la première ligne[ : « {column} »].',
    column_repeated: 'Une colonne est présente deux fois[ : « {column} »].',
    column_unknown:
      'Une colonne ne correspond à rien[ : « {column} »] : retirez-la ou donnez-lui le nom qu’elle a dans le fichier d’exemple.',
    confirmation_required: 'Saisissez d’abord le code que vous recevez.',
    consent_outdated: 'Les conditions ont changé : veuillez les relire et les accepter.',
    consent_required: 'Veuillez accepter les conditions avant de continuer.',
    contact_invalid: 'Il n’est pas possible d’envoyer des messages à cette adresse ou à ce numéro.',
    copy_not_needed:
      'Vous recevez déjà le document signé par e-mail : aucune autre adresse n’est nécessaire.',
    contact_unknown: 'Ce contact n’existe pas.',
    country_not_served:
      'Il n’est pas possible d’envoyer des SMS dans ce pays[ (numéro de {name})] : choisissez l’e-mail.',
    csv_too_large: 'Le fichier CSV est trop volumineux[ : {most} octets au maximum].',
    csv_unreadable:
      'Le fichier CSV n’est pas lisible[ à la ligne {row}][, colonne {column}][ : {problem}].',
    date_out_of_range:
      'Vérifiez la date[ de « {label} »][ : {date} n’est pas entre le {earliest} et le {latest}].',
    deadline_out_of_range: 'L’échéance peut être un jour[ du {earliest} au {latest}].',
    director_first:
      'Dans cette entreprise, ceux qui signent pour elle signent avant l’autre partie.',
    delivery_unknown: 'Cet envoi n’existe plus : les envois sont conservés 30 jours.',
    document_changed:
      'Le document a changé depuis qu’il a été affiché : relisez-le et demandez un nouveau code.',
    document_missing:
      'Il n’y a pas encore de document : déposez un PDF et attendez qu’il soit contrôlé.',
    document_not_ready: 'Le document est encore en préparation : réessayez dans un instant.',
    document_not_shown:
      'Le document doit avoir été affiché avant la signature : rechargez cette page.',
    document_removed:
      'Le document a été supprimé[ le {at}], comme prévu. Une copie conservée peut toujours être vérifiée.',
    draft_changed: 'Le brouillon a été modifié dans un autre onglet ou par une autre personne.',
    envelope_closed: 'La demande de signature est close[ : {status}].',
    envelope_unknown: 'Cette demande de signature n’existe pas.',
    field_kind: 'La valeur[ de « {label} »] n’est pas valable[ : il faut {kind}].',
    field_missing: 'Veuillez remplir le champ[ « {label} »].',
    field_not_yours: 'Ce champ doit être rempli par une autre personne.',
    field_of_nobody:
      'Le champ[ « {label} »][ en page {page}] n’est à personne : attribuez-le à quelqu’un ou supprimez-le.',
    field_too_long: 'La valeur[ de « {label} »] est trop longue[ : {most} caractères au maximum].',
    field_too_small:
      'Le champ[ « {label} »][ à la page {page}] est trop petit pour être rempli[ : il lui faut au moins {width} × {height} points].',
    field_unknown: 'Le champ[ « {field} »] n’existe pas dans ce document.',
    fields_invalid:
      'Le champ[ « {label} »][ à la page {page}] ne peut pas être placé ainsi[ : {problem}].',
    forbidden: 'Vous n’êtes pas autorisé à effectuer cette opération.',
    idempotency_key_reused:
      'Une autre demande a été envoyée avec cette Idempotency-Key depuis un jour : choisissez une nouvelle clé.',
    image_damaged: 'L’image est endommagée : choisissez-en une autre.',
    image_too_large: 'L’image est trop grande : choisissez-en une plus petite.',
    image_type: 'L’image doit être un fichier PNG ou JPEG.',
    language_not_offered:
      'Cette langue n’est pas proposée[ : {language}]. Choisissez-en une autre.',
    layout_invalid: 'Les champs ne peuvent pas être dessinés ainsi sur le document.',
    link_invalid:
      'Ce lien n’est pas valable ou n’est plus actif. Utilisez le lien du message le plus récent ou demandez-en un nouveau à l’expéditeur.',
    method_not_allowed: 'Cette adresse n’accepte pas une telle demande.',
    not_completed: 'Le document n’a pas encore été signé par tous.',
    not_draft: 'La demande de signature a déjà été envoyée et ne peut plus être modifiée.',
    not_found: 'Il n’y a rien ici.',
    not_your_turn:
      'Ce n’est pas encore à vous de signer : d’autres personnes doivent signer d’abord.',
    number_not_mobile:
      'Les SMS n’arrivent que sur les téléphones mobiles[, et le numéro de {name} n’en est pas un] : corrigez-le ou choisissez l’e-mail.',
    option_repeated:
      'Deux choix du champ[ « {label} »][ à la page {page}] se lisent de la même façon[ : « {option} »].',
    option_too_long:
      'Le choix[ « {option} »] ne tient pas dans le champ[ « {label} »][ à la page {page}] : raccourcissez-le[ ou élargissez le champ à {width} points au moins].',
    owner_unknown:
      'Indiquez l’une des personnes pour lesquelles ce jeton peut agir[ : {email} n’en fait pas partie].',
    parties_invalid: 'La demande de signature n’est pas correcte[ : {problem}].',
    party_unknown: 'Cette personne ne fait pas partie de la demande de signature.',
    pdf_damaged:
      'Le PDF est endommagé et ne peut pas être réparé sans risque : recréez-le à partir du document d’origine.',
    pdf_embedded_files:
      'Le PDF contient des fichiers joints : retirez-les et déposez-le de nouveau.',
    pdf_encrypted:
      'Le PDF est protégé par un mot de passe ou des restrictions : enregistrez-le sans protection et déposez-le de nouveau.',
    pdf_form_text:
      'Un champ de formulaire du PDF contient un caractère qui ne peut pas être reproduit[ : « {character} »]. Imprimez le formulaire rempli en PDF ordinaire et déposez celui-ci.',
    pdf_signed:
      'Le PDF porte déjà une signature numérique, qui serait perdue : déposez le document non signé.',
    pdf_too_large: 'Le PDF est trop volumineux : 50 Mo et 2 000 pages au maximum.',
    pdf_unforeseen:
      'Nous n’avons pas pu traiter ce PDF, et l’erreur vient de nous : elle a été signalée aux responsables du service. Imprimez-le dans un nouveau PDF et déposez celui-ci.',
    pdf_unsafe:
      'Le PDF a un contenu qui ne peut pas être signé en toute sécurité : recréez-le à partir du document d’origine.',
    pdf_xfa:
      'Le PDF est un formulaire dynamique (XFA) : imprimez-le en PDF ordinaire et déposez-le de nouveau.',
    person_missing: 'Indiquez la personne[ qui prend la place « {place} »].',
    place_unknown: 'Le modèle n’a pas de place[ « {place} »].',
    place_unnamed: 'Donnez un nom à la place[ de {name}], par exemple « Client ».',
    request_under_way:
      'Cette demande est encore en cours : envoyez-la de nouveau dans quelques secondes pour obtenir la réponse.',
    scope_missing:
      'Ce jeton ne le permet pas[ : la portée {scope} manque]. Un administrateur peut en créer un autre.',
    session_expired: 'La session a expiré : ouvrez de nouveau le lien.',
    session_missing: 'Pour continuer, ouvrez le lien que vous avez reçu.',
    signature_blank: 'On ne voit rien sur l’image : choisissez-en une où l’encre est visible.',
    signature_field_missing: 'Il manque le champ de signature d’un signataire[ : {name}].',
    signature_missing: 'Il manque la signature.',
    signature_unreadable: 'Une signature tapée est un nom : écrivez-la avec des lettres.',
    stamp_field_missing:
      'Il manque le champ du tampon d’un signataire qui doit l’apposer[ : {name}].',
    stamp_missing: 'Il manque le tampon.',
    tag_not_removable:
      'La balise[ « {tag} »][ à la page {page}] ne peut pas être retirée du document : écrivez-la dans une seule police et à l’horizontale, ou supprimez-la, puis déposez de nouveau le PDF.',
    template_archived: 'Le modèle est archivé : sortez-le d’abord des archives.',
    template_changed: 'Le modèle a été modifié dans un autre onglet ou par une autre personne.',
    template_full:
      'Le modèle a été modifié trop souvent[ : {most} fois au plus]. Dupliquez-le et continuez avec la copie.',
    template_unknown: 'Ce modèle n’existe pas.',
    text_empty: 'Un texte ne contient rien de visible : écrivez-le de nouveau.',
    text_not_covered:
      'Le texte[ de « {label} »][ « {text} »] contient un caractère qui ne peut pas être imprimé[ : « {character} »]. Les lettres peuvent être latines, grecques ou cyrilliques.',
    text_unreadable:
      'Le texte[ de « {label} »] contient des caractères cachés qui le feraient lire autrement : effacez-le et tapez-le de nouveau.',
    token_ended: 'Ce jeton d’API a expiré[ le {at}] : un administrateur peut en créer un nouveau.',
    token_missing: 'Envoyez un jeton d’API dans l’en-tête Authorization, après le mot Bearer.',
    token_unknown: 'Ce jeton d’API n’existe pas : vérifiez qu’il a été copié en entier.',
    token_withdrawn:
      'Ce jeton d’API a été retiré[ le {at}] : un administrateur peut en créer un nouveau.',
    too_many: 'La limite est atteinte[ : {act}][. Vous pourrez continuer à partir du {until}].',
    too_soon: 'Cela vient d’être fait. Vous pourrez recommencer[ dans {seconds}].',
    upload_missing: 'Le fichier n’est pas arrivé : déposez-le de nouveau.',
    value_too_long:
      'Le texte[ de « {label} »] ne tient pas dans l’espace prévu : raccourcissez-le.',
    values_missing: 'Il manque les valeurs que l’entreprise doit saisir.',
    webhook_address:
      'L’adresse doit commencer par https:// et mener à un serveur sur internet, non à un réseau interne.',
    webhook_unknown: 'Ce webhook n’existe pas.',
    webhooks_full:
      'Impossible d’ajouter un autre webhook[ : {most} au maximum]. Supprimez-en un qui ne sert plus.',
  },
  terms: {
    draft: 'à l’état de brouillon',
    preparing: 'en préparation',
    signing: 'en cours de signature',
    signed: 'tous ont signé',
    completed: 'terminée',
    declined: 'refusée',
    voided: 'annulée',
    expired: 'expirée',
    failed: 'interrompue par une erreur',
    purged: 'document supprimé',
    text: 'un texte',
    number: 'un nombre',
    date: 'une date',
    checkbox: 'une case à cocher',
    choice: 'un des choix proposés',
    page: 'cette page n’existe pas',
    id: 'son identifiant est utilisé deux fois',
    party: 'ce signataire n’existe pas',
    kind: 'les signatures et les tampons appartiennent à un signataire',
    options: 'il n’y a rien à choisir',
    outside_page: 'il dépasse de la page',
    too_much: 'il y a trop de champs pour un seul document',
    none: 'il manque un signataire',
    too_many: 'dix signataires au maximum',
    same_id: 'deux signataires ont le même identifiant',
    schedule: 'l’échéance ou les rappels ne sont pas possibles',
    dates: 'son premier jour vient après son dernier',
    remind: 'rappels à cette personne',
    resend: 'nouvelles invitations à cette personne',
    correct: 'corrections de ce contact',
    handOver: 'transferts de cette demande à un autre collègue',
    consent: 'acceptations des conditions',
    open: 'ouvertures de ce lien',
    edit: 'modifications de ce brouillon',
    create: 'nouvelles demandes de signature',
    send: 'demandes de signature envoyées',
    upload: 'fichiers déposés',
    text_message: 'SMS',
    template: 'modifications de modèles',
    webhook: 'modifications et essais de webhooks',
    contact: 'contacts ajoutés ou modifiés',
    copy: 'copies par e-mail à cette adresse',
    batch: 'demandes de signature envoyées en groupe',
    not_text: 'ce n’est pas un fichier texte',
    no_rows: 'il n’y a aucune ligne sous les noms des colonnes',
    quote_open: 'un guillemet n’est pas fermé',
    too_many_rows: 'il y a trop de lignes, mille au maximum',
    too_many_columns: 'il y a trop de colonnes',
    no_header: 'la colonne n’a pas de nom à la première ligne',
    cell_too_long: 'le texte de la cellule est trop long',
  },
};
