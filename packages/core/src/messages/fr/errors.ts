import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'

const setUp = 'Cette page n’est pas configurée correctement. Rien n’a été modifié. Veuillez contacter l’assistance.'
const notAllowed = 'Votre rôle ne le permet pas. Adressez-vous à un propriétaire de l’équipe.'
const ended = 'Cet abonnement est terminé ou va bientôt l’être : il ne peut pas être modifié.'
const reload = 'Rechargez la page, puis réessayez.'
const refused = `La demande a été refusée. ${reload}`
const gone = 'Cet abonnement n’existe plus.'
const notPossible = 'Ce n’est pas possible avec cet abonnement. Veuillez contacter l’assistance.'
const deadInvitation = 'Elle a expiré, a déjà été utilisée ou a été retirée.'
const noMember = 'Cette personne n’est plus membre.'
const current = 'La liste est de nouveau à jour.'
const noEntry = `Cette entrée n’existe plus. ${current}`
const confirmAgain = 'Rien n’a été acheté. Vérifiez le nouveau prix, puis confirmez de nouveau.'

export function errors({ seat, seats, wait }: MessageTools): ErrorMessages {
  const invitation = {
    ResourceNotFound: deadInvitation,
    NotFound: deadInvitation,
    InvalidInvitationToken: deadInvitation,
    SeatNotPending: deadInvitation,
  }
  const noSubscription = { ResourceNotFound: gone, NotFound: gone }
  const noLongerMember = { ResourceNotFound: noMember, NotFound: noMember }
  return {
    errors: {
      byCode: {
        BadRequest: refused,
        SeatNotAvailable: `Plus ${seat.of} disponibles. Retirez-en ou ajoutez-en, puis réessayez.`,
        SeatAlreadyAssigned: ({ who = 'Cette personne' }) => `${who} a déjà ${seat.a} ou une invitation en cours.`,
        SeatNotPending: `Cette invitation n’est plus en cours : elle a été acceptée ou retirée. ${current}`,
        InvalidInvitationToken: 'Cette invitation a expiré, a déjà été utilisée ou a été retirée.',
        InvalidSeatAssignmentRequest: `On ne sait pas à qui attribuer ${seat.the}. Saisissez une adresse e-mail.`,
        MemberEmailMismatch: 'Ce membre a une autre adresse e-mail. Vérifiez l’adresse, puis réessayez.',
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        ResourceNotFound: noEntry,
        CustomerNotFound: 'Ce client n’existe plus.',
        MemberNotFound: 'Cette personne n’est pas membre.',
        RequestValidationError: 'Une saisie n’est pas valable. Vérifiez-la, puis réessayez.',
        AlreadyCanceledSubscription: ended,
        NotASeatBasedSubscription: `Cet abonnement ne permet pas d’acheter des ${seat.other}.`,
        BelowMinimumSeats: ({ limit }) =>
          limit === undefined
            ? `C’est moins ${seat.of} que cet abonnement ne le permet.`
            : `Cet abonnement exige au moins ${seats(limit)}.`,
        AboveMaximumSeats: ({ limit }) =>
          limit === undefined
            ? `C’est plus ${seat.of} que cet abonnement ne le permet.`
            : `Cet abonnement peut avoir au plus ${seats(limit)}.`,
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `Trop ${seat.of} sont en cours d’utilisation. Retirez-en d’abord.`
            : `En cours d’utilisation : ${seats(limit)}. Pour descendre en dessous, retirez-en d’abord.`,
        UpdateSubscriptionSeatsNotAllowed: `Le nombre ${seat.of} ne peut pas être modifié ici. Veuillez contacter l’assistance.`,
        PaymentFailed:
          'Le paiement a été refusé et rien n’a été acheté. Vérifiez le moyen de paiement, puis réessayez.',
        PaymentActionRequired:
          'Votre banque demande une confirmation : rien n’a été acheté. Confirmez le moyen de paiement dans les paramètres de facturation, puis réessayez.',
        SubscriptionLocked: 'Une autre modification de cet abonnement est en cours. Réessayez dans une minute.',
        Unauthorized: 'Votre session a pris fin. Rechargez la page pour vous reconnecter.',
        InsufficientScope: setUp,
        NotFound: noEntry,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? 'Trop de demandes à la fois. Patientez un instant, puis réessayez.'
            : `Trop de demandes à la fois. Réessayez dans ${wait(seconds)}.`,
        ServerError: 'Le serveur rencontre un problème.',
        NetworkError: 'Impossible de joindre le serveur.',
        TimeoutError: 'Le serveur a mis trop de temps à répondre.',
        InvalidResponse: 'Le serveur a donné une réponse inattendue.',
        ConfigurationError: setUp,
        SeatCountChanged:
          'L’abonnement a changé entre-temps. Rien n’a été acheté ni annulé. Vérifiez-le, puis confirmez de nouveau.',
        SeatPriceChanged: `Le prix a changé depuis qu’il a été affiché. ${confirmAgain}`,
        SeatCountUnchanged: `L’abonnement a déjà ce nombre ${seat.of}.`,
        MemberSessionRequired: 'Connectez-vous avec votre propre compte pour voir ceci.',
        UpstreamRefused:
          'Le service d’équipe n’est pas configuré correctement. Rien n’a été modifié. Veuillez contacter l’assistance.',
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `Cette demande ne venait pas de ce site. ${reload}`,
        SeatOccupantChanged: `Quelqu’un d’autre a maintenant ${seat.the}. ${current}`,
        SeatOccupantRequired: `Cette page n’est plus à jour. Rien n’a été modifié. ${reload}`,
        MirrorBusy: 'La copie des équipes est en cours de mise à jour. Réessayez dans une minute.',
        RecoveryBusy: 'Cette équipe est en cours de rétablissement. Réessayez dans une minute.',
        RecoveryPlanChanged:
          'L’équipe a changé depuis la planification. Établissez un nouveau plan, puis confirmez-le.',
        SubscriptionInactive: 'Cet abonnement n’est pas actif. Rien n’a été modifié.',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `Il n’y a pas de prix pour ce nombre ${seat.of}. Choisissez-en un autre.`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'Aucune pause n’est prévue pour cet abonnement.',
        NotPausedSubscription: 'Cet abonnement n’est pas en pause.',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: 'Ajoutez d’abord un moyen de paiement, puis réessayez.',
        ResourceUnavailable: 'Ce n’est plus disponible.',
        RequestBodyTooLarge: 'C’est trop à la fois. Envoyez-en moins, puis réessayez.',
        LengthRequired: refused,
      },
      byOperation: {
        getClaimInfo: invitation,
        claimSeat: invitation,
        listSeats: noSubscription,
        assignSeat: noSubscription,
        getSeatPermissions: noSubscription,
        getSubscription: noSubscription,
        previewSeatCount: noSubscription,
        updateSeatCount: noSubscription,
        cancelSeatCountChange: noSubscription,
        updateMember: noLongerMember,
        removeMember: noLongerMember,
      },
      refused,
      unknown: `Un problème est survenu sur cette page. ${reload}`,
      unclear: 'Le serveur n’a pas donné de réponse claire.',
      maybeHitAnother: `Quelqu’un d’autre venait d’obtenir ${seat.the} et a peut-être perdu son accès. Vérifiez la liste et réinvitez cette personne si elle n’y figure plus.`,
      retry: ({ problem }) => `${problem} Réessayez dans un instant.`,
      mayHaveHappened: ({ problem }) =>
        `${problem} La modification a peut-être été faite : vérifiez la liste avant de réessayer.`,
      maybeBought: ({ problem }) =>
        `${problem} L’achat peut encore aboutir : ne le répétez pas. Vérifiez le nombre ${seat.of} dans quelques minutes.`,
      maybeClaimed: ({ problem }) =>
        `${problem} L’invitation a peut-être été acceptée. Rechargez la page avant de réessayer.`,
      halfReinvited: ({ problem }) =>
        `L’ancienne invitation a été retirée, mais la nouvelle n’a pas pu être envoyée. ${problem}`,
      maybeRevoked: ({ problem }) =>
        `L’ancienne invitation a peut-être été retirée, et aucune nouvelle n’a été envoyée. ${problem}`,
    },
  }
}
