import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'

export const issues = ({ seat, number, list }: MessageTools): IssueMessages => ({
  issues: {
    required: 'Ce champ est obligatoire.',
    not_allowed: 'Cette indication n’est pas admise ici.',
    wrong_type: 'Le format n’est pas le bon.',
    empty: 'Ce champ ne doit pas être vide.',
    invalid_characters: 'Certains caractères ne peuvent pas être utilisés.',
    too_short: ({ limit }) =>
      limit === undefined ? 'C’est trop court.' : `C’est trop court. Le minimum est de ${number(limit)}.`,
    too_long: ({ limit }) =>
      limit === undefined ? 'C’est trop long.' : `C’est trop long. Le maximum est de ${number(limit)}.`,
    too_small: ({ limit }) =>
      limit === undefined ? 'Ce nombre est trop petit.' : `Le plus petit nombre est ${number(limit)}.`,
    too_large: ({ limit }) =>
      limit === undefined ? 'Ce nombre est trop grand.' : `Le plus grand nombre est ${number(limit)}.`,
    not_whole: 'Saisissez un nombre entier.',
    invalid_choice: 'Ce choix n’est pas proposé.',
    invalid_id: 'Cet identifiant n’est pas valable.',
    invalid_json: 'La lecture a échoué.',
    invalid_email: 'Ce n’est pas une adresse e-mail. Elle doit ressembler à ada@example.com.',
    email_domain: 'Personne ne peut recevoir d’e-mail à cette adresse. Vérifiez la partie après le @.',
    invalid_token: 'Ce lien n’est pas une invitation. Copiez le lien entier depuis l’e-mail.',
    metadata_not_json: 'Les données supplémentaires ne peuvent pas être envoyées.',
    metadata_too_many_keys: ({ limit = 10 }) => `Les données supplémentaires ont plus de ${number(limit)} entrées.`,
    metadata_too_large: 'Les données supplémentaires sont trop volumineuses.',
    one_source: 'Il faut exactement un abonnement ou une commande.',
    person_required: `Indiquez à qui attribuer ${seat.the}.`,
    several_people: 'Plus d’une personne est indiquée. N’en gardez qu’une.',
    customer_id_in_plan: 'Un client ne peut pas figurer dans cette liste. Indiquez une adresse e-mail.',
    too_many_sources: 'C’est trop d’équipes à suivre à la fois.',
    preview_mismatch: 'Le prix est celui d’une autre modification. Vérifiez de nouveau le prix.',
    own_membership: 'Vous ne pouvez pas modifier votre propre adhésion.',
    owner_membership: 'Le rôle de propriétaire ne peut pas être modifié ici.',
    last_owner: 'Une équipe a besoin d’un propriétaire. Confiez d’abord ce rôle à une autre personne.',
    invalid: 'Cette saisie n’est pas valable.',
    email_too_long: 'L’adresse est trop longue.',
    email_placeholder: 'L’adresse ressemble à un exemple. Saisissez la vraie adresse.',
    email_quotation_mark:
      'L’adresse contient un guillemet courbe. Remplacez-le par un guillemet droit, ou supprimez-le.',
    email_list_number: 'Mettez une espace après le numéro de la liste.',
    email_before_at: 'Vérifiez la partie de l’adresse avant le @.',
    email_after_at: 'Vérifiez la partie de l’adresse après le @.',
    no_address: 'Cette ligne ne contient pas d’adresse e-mail.',
    at_sign_as_word: 'Écrivez le signe @ au lieu du mot.',
    several_addresses:
      'Cette ligne contient plusieurs adresses, comme un tableau. Ajoutez une ligne d’en-tête qui nomme la colonne « email », ou ne laissez qu’une adresse.',
    unclear_name: ({ text }) =>
      text === undefined
        ? 'On ne sait pas ce qui est un nom. Mettez chaque personne sur sa propre ligne.'
        : `On ne sait pas si « ${text} » est un nom. Mettez chaque personne sur sa propre ligne.`,
    unclear_label: ({ text }) =>
      text === undefined
        ? 'Cette adresse est peut-être celle de quelqu’un d’autre. Si c’est bien cette personne, ne laissez que l’adresse.'
        : `« ${text} » est peut-être quelqu’un d’autre. Si c’est bien cette personne, ne laissez que l’adresse.`,
    unclear_person: 'On ne sait pas de qui il s’agit. Gardez une seule adresse par cellule.',
    above_header: 'Cette ligne est au-dessus de l’en-tête du tableau. Supprimez-la.',
    open_quotation_mark: 'Un guillemet est ouvert ici et n’est pas fermé.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `Cette ligne a plus de cellules (${number(cells)}) que l’en-tête (${number(columns)}). Mettez entre guillemets une cellule qui contient un séparateur.`
        : `Cette ligne a moins de cellules (${number(cells)}) que l’en-tête (${number(columns)}). Ajoutez les cellules manquantes.`,
    different_columns: ({ names = [] }) =>
      names.length === 0
        ? 'Les colonnes ont des adresses différentes. Gardez la colonne avec l’adresse de la personne elle-même.'
        : `Les colonnes ${list(names.map((name) => `« ${name} »`))} ont des adresses différentes. Gardez celle avec l’adresse de la personne elle-même.`,
    several_addresses_for_id: 'La ligne a plusieurs adresses pour un seul identifiant.',
    unnamed_column: 'Aucun en-tête n’indique l’adresse de la personne elle-même. Nommez cette colonne « email ».',
    missing_cell: ({ names = [] }) =>
      names.length === 0
        ? 'Il manque une adresse dans la ligne.'
        : `Il manque une valeur dans la ligne pour ${list(names)}.`,
  },
})
