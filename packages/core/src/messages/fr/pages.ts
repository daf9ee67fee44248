import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'

const roles = new Map([
  ['owner', 'Propriétaire'],
  ['billing_manager', 'Responsable de la facturation'],
  ['member', 'Membre'],
])

export const pages = ({ seat }: MessageTools): PageMessages => ({
  claimPage: {
    loading: 'Chargement de votre invitation…',
    title: ({ organization }) => `${organization} vous propose ${seat.a}`,
    body: ({ product, email }) => `Acceptez l’invitation pour utiliser ${product} en tant que ${email}.`,
    accept: 'Accepter l’invitation',
    accepting: 'Acceptation en cours…',
    preparing: 'Un instant : votre accès est en cours de préparation.',
    doneTitle: 'C’est fait',
    done: ({ product }) => `Vous pouvez maintenant utiliser ${product}.`,
    goToTeam: 'Aller à la page de l’équipe',
    unusableTitle: 'Cette invitation ne peut pas être utilisée',
    unusableHelp:
      'Demandez-en une nouvelle à la personne qui vous l’a envoyée. Si vous l’avez déjà acceptée, vous n’avez plus rien à faire.',
    incompleteTitle: 'Ce lien est incomplet',
    incompleteHelp: 'Ouvrez de nouveau le lien de votre e-mail d’invitation, ou copiez le lien en entier.',
    failedTitle: 'Impossible d’ouvrir l’invitation',
  },
  mySeats: {
    title: `Mes ${seat.other}`,
    loading: `Chargement de vos ${seat.other}…`,
    loadFailed: `Impossible de charger vos ${seat.other}`,
    none: `Vous n’avez pas ${seat.no} ici. Adressez-vous à un propriétaire de l’équipe.`,
  },
  members: {
    open: 'Membres',
    title: 'Membres',
    about: `Les personnes que Polar connaît pour votre entreprise. Un membre n’a pas forcément ${seat.no}.`,
    loading: 'Chargement des membres…',
    loadFailed: 'Impossible de charger les membres.',
    address: 'Ajouter un membre par e-mail',
    add: 'Ajouter',
    added: ({ who }) => `${who} est maintenant membre, mais n’a pas encore ${seat.no}.`,
    existed: ({ who }) => `${who} est déjà membre.`,
    roleOf: ({ who }) => `Rôle de ${who}`,
    roleIs: ({ who, role }) => `${who} a maintenant le rôle « ${roles.get(role) ?? role} ».`,
    remove: 'Supprimer',
    removeWhom: ({ who }) => `Supprimer ${who}`,
    confirmRemove: ({ who }) =>
      `Supprimer ${who} ? Cela lui retire aussi ses ${seat.other}, dans tous les abonnements de votre entreprise.`,
    removed: ({ who }) => `${who} n’est plus membre et n’a plus ${seat.no}.`,
  },
  gate: {
    checking: 'Vérification de votre accès…',
    noSeat: `Il vous faut ${seat.a} pour utiliser ceci. Adressez-vous à un propriétaire de l’équipe.`,
    failed: 'Impossible de vérifier votre accès.',
  },
  permissions: {
    readOnly: `Les propriétaires et les responsables de la facturation peuvent attribuer et retirer des ${seat.other}.`,
  },
})
