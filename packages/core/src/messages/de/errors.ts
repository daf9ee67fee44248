import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'

const gone = 'Dieses Abonnement gibt es nicht mehr.'
const deadInvitation = 'Die Einladung ist abgelaufen, wurde schon verwendet oder wurde zurückgezogen.'
const noMember = 'Diese Person ist nicht mehr Mitglied.'

export function errors({ seat, seats, wait }: MessageTools): ErrorMessages {
  const support = 'Bitte wenden Sie sich an den Support.'
  const setUp = `Diese Seite ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`
  const notAllowed = 'Ihre Rolle erlaubt das nicht. Wenden Sie sich an eine Person mit der Rolle „Inhaber“.'
  const ended = 'Dieses Abonnement ist beendet oder endet bald und kann deshalb nicht geändert werden.'
  const reload = 'Laden Sie die Seite neu, und versuchen Sie es noch einmal.'
  const refused = `Die Anfrage wurde abgelehnt. ${reload}`
  const notPossible = `Das ist mit diesem Abonnement nicht möglich. ${support}`
  const current = 'Die Liste ist wieder aktuell.'
  const noSeat = `Dieser Eintrag existiert nicht mehr. ${current}`
  const confirmAgain = 'Es wurde nichts gekauft. Prüfen Sie den neuen Preis, und bestätigen Sie dann noch einmal.'
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
        SeatNotAvailable: `Alle ${seat.other} sind vergeben. Entziehen Sie ${seat.a}, oder buchen Sie weitere ${seat.other}, und versuchen Sie es dann noch einmal.`,
        SeatAlreadyAssigned: ({ who = 'Diese Person' }) => `${who} hat bereits ${seat.a} oder eine offene Einladung.`,
        SeatNotPending: `Diese Einladung wurde bereits angenommen oder zurückgezogen. ${current}`,
        InvalidInvitationToken: 'Diese Einladung ist abgelaufen, wurde schon verwendet oder wurde zurückgezogen.',
        InvalidSeatAssignmentRequest: `Es ist nicht klar, wer ${seat.the} erhalten soll. Geben Sie eine E-Mail-Adresse ein.`,
        MemberEmailMismatch:
          'Dieses Mitglied hat eine andere E-Mail-Adresse. Prüfen Sie die Adresse, und versuchen Sie es noch einmal.',
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        ResourceNotFound: noSeat,
        CustomerNotFound: 'Diesen Kunden gibt es nicht mehr.',
        MemberNotFound: 'Diese Person ist kein Mitglied.',
        RequestValidationError: 'Eine Eingabe ist ungültig. Prüfen Sie sie, und versuchen Sie es noch einmal.',
        AlreadyCanceledSubscription: ended,
        NotASeatBasedSubscription: `Dieses Abonnement hat keine ${seat.other}, die sich kaufen ließen.`,
        BelowMinimumSeats: ({ limit }) =>
          limit === undefined
            ? `Das sind weniger ${seat.other}, als dieses Abonnement zulässt.`
            : `Dieses Abonnement braucht mindestens ${seats(limit)}.`,
        AboveMaximumSeats: ({ limit }) =>
          limit === undefined
            ? `Das sind mehr ${seat.other}, als dieses Abonnement zulässt.`
            : `Dieses Abonnement kann höchstens ${seats(limit)} haben.`,
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `Es sind mehr ${seat.other} vergeben. Entziehen Sie zuerst welche.`
            : `Vergeben: ${seats(limit)}. Für weniger müssen zuerst ${seat.other} entzogen werden.`,
        UpdateSubscriptionSeatsNotAllowed: `Die Anzahl der ${seat.other} kann hier nicht geändert werden. ${support}`,
        PaymentFailed:
          'Die Zahlung wurde abgelehnt, und es wurde nichts gekauft. Prüfen Sie die Zahlungsmethode, und versuchen Sie es noch einmal.',
        PaymentActionRequired:
          'Ihre Bank verlangt eine Bestätigung, deshalb wurde nichts gekauft. Bestätigen Sie die Zahlungsmethode in den Abrechnungseinstellungen, und versuchen Sie es noch einmal.',
        SubscriptionLocked: 'Dieses Abonnement wird gerade geändert. Versuchen Sie es in einer Minute noch einmal.',
        Unauthorized: 'Sie sind abgemeldet. Laden Sie die Seite neu, um sich wieder anzumelden.',
        InsufficientScope: setUp,
        NotFound: noSeat,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? `Zu viele Anfragen auf einmal. Versuchen Sie es gleich noch einmal.`
            : `Zu viele Anfragen auf einmal. Wartezeit bis zum nächsten Versuch: ${wait(seconds)}.`,
        ServerError: 'Der Server hat ein Problem.',
        NetworkError: 'Der Server ist nicht erreichbar.',
        TimeoutError: 'Der Server hat nicht rechtzeitig geantwortet.',
        InvalidResponse: 'Der Server hat unerwartet geantwortet.',
        ConfigurationError: setUp,
        SeatCountChanged:
          'Das Abonnement hat sich inzwischen geändert. Es wurde nichts gekauft oder aufgehoben. Prüfen Sie es, und bestätigen Sie dann noch einmal.',
        SeatPriceChanged: `Der Preis hat sich geändert, seit er angezeigt wurde. ${confirmAgain}`,
        SeatCountUnchanged: `Das Abonnement hat bereits diese Anzahl von ${seat.of}.`,
        MemberSessionRequired: 'Melden Sie sich mit Ihrem eigenen Konto an, um das zu sehen.',
        UpstreamRefused: `Der Teamdienst ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`,
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `Diese Anfrage kam nicht von dieser Website. ${reload}`,
        SeatOccupantChanged: `Jemand anderes hat jetzt ${seat.the}. ${current}`,
        SeatOccupantRequired: `Diese Seite ist veraltet. Es wurde nichts geändert. ${reload}`,
        MirrorBusy: 'Die Kopie der Teams wird gerade erneuert. Versuchen Sie es in einer Minute noch einmal.',
        RecoveryBusy: 'Dieses Team wird gerade wiederhergestellt. Versuchen Sie es in einer Minute noch einmal.',
        RecoveryPlanChanged:
          'Das Team hat sich seit der Planung geändert. Erstellen Sie einen neuen Plan, und bestätigen Sie ihn.',
        SubscriptionInactive: 'Dieses Abonnement ist nicht aktiv. Es wurde nichts geändert.',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `Für diese Anzahl von ${seat.of} gibt es keinen Preis. Wählen Sie eine andere.`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'Für dieses Abonnement ist keine Pause geplant.',
        NotPausedSubscription: 'Dieses Abonnement ist nicht pausiert.',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: 'Fügen Sie zuerst eine Zahlungsmethode hinzu, und versuchen Sie es noch einmal.',
        ResourceUnavailable: 'Das ist nicht mehr verfügbar.',
        RequestBodyTooLarge: 'Das ist zu viel auf einmal. Senden Sie weniger, und versuchen Sie es noch einmal.',
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
      unknown: `Auf dieser Seite ist etwas schiefgegangen. ${reload}`,
      unclear: 'Der Server hat nicht eindeutig geantwortet.',
      maybeHitAnother: `Jemand anderes hat kurz zuvor ${seat.the} erhalten und möglicherweise wieder verloren. Prüfen Sie die Liste, und laden Sie die Person neu ein, falls sie fehlt.`,
      retry: ({ problem }) => `${problem} Versuchen Sie es gleich noch einmal.`,
      mayHaveHappened: ({ problem }) =>
        `${problem} Die Änderung kann trotzdem erfolgt sein: Prüfen Sie die Liste, bevor Sie es noch einmal versuchen.`,
      maybeBought: ({ problem }) =>
        `${problem} Der Kauf kann trotzdem noch zustande kommen: Wiederholen Sie ihn nicht, sondern prüfen Sie die Anzahl der ${seat.other} in ein paar Minuten.`,
      maybeClaimed: ({ problem }) =>
        `${problem} Die Einladung kann trotzdem angenommen sein. Laden Sie die Seite neu, bevor Sie es noch einmal versuchen.`,
      halfReinvited: ({ problem }) =>
        `Die alte Einladung wurde zurückgezogen, aber eine neue konnte nicht gesendet werden. ${problem}`,
      maybeRevoked: ({ problem }) =>
        `Die alte Einladung wurde möglicherweise zurückgezogen, und es wurde keine neue gesendet. ${problem}`,
    },
  }
}
