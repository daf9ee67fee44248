import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'
import type { Say } from './Say.ts'

const gone = 'Dieses Abonnement gibt es nicht mehr.'
const deadInvitation = 'Die Einladung ist abgelaufen, wurde schon verwendet oder wurde zurückgezogen.'
const noMember = 'Diese Person ist nicht mehr Mitglied.'

export function errors({ seat, seats, wait }: MessageTools, say: Say): ErrorMessages {
  const support = say('Bitte wenden Sie sich an den Support.', 'Bitte wende dich an den Support.')
  const setUp = `Diese Seite ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`
  const notAllowed = say(
    'Ihre Rolle erlaubt das nicht. Wenden Sie sich an eine Person mit der Rolle „Inhaber“.',
    'Deine Rolle erlaubt das nicht. Wende dich an eine Person mit der Rolle „Inhaber“.',
  )
  const ended = 'Dieses Abonnement ist beendet oder endet bald und kann deshalb nicht geändert werden.'
  const reload = say(
    'Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    'Lade die Seite neu, und versuche es noch einmal.',
  )
  const refused = `Die Anfrage wurde abgelehnt. ${reload}`
  const notPossible = `Das ist mit diesem Abonnement nicht möglich. ${support}`
  const current = 'Die Liste ist wieder aktuell.'
  const noSeat = `Dieser Eintrag existiert nicht mehr. ${current}`
  const confirmAgain = say(
    'Es wurde nichts gekauft. Prüfen Sie den neuen Preis, und bestätigen Sie dann noch einmal.',
    'Es wurde nichts gekauft. Prüfe den neuen Preis, und bestätige dann noch einmal.',
  )
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
        SeatNotAvailable: `Alle ${seat.other} sind vergeben. ${say(
          `Entziehen Sie ${seat.a}, oder buchen Sie weitere ${seat.other}, und versuchen Sie es dann noch einmal.`,
          `Entziehe ${seat.a}, oder buche weitere ${seat.other}, und versuche es dann noch einmal.`,
        )}`,
        SeatAlreadyAssigned: ({ who = 'Diese Person' }) => `${who} hat bereits ${seat.a} oder eine offene Einladung.`,
        SeatNotPending: `Diese Einladung wurde bereits angenommen oder zurückgezogen. ${current}`,
        InvalidInvitationToken: 'Diese Einladung ist abgelaufen, wurde schon verwendet oder wurde zurückgezogen.',
        InvalidSeatAssignmentRequest: say(
          `Es ist nicht klar, wer ${seat.the} erhalten soll. Geben Sie eine E-Mail-Adresse ein.`,
          `Es ist nicht klar, wer ${seat.the} erhalten soll. Gib eine E-Mail-Adresse ein.`,
        ),
        MemberEmailMismatch: say(
          'Dieses Mitglied hat eine andere E-Mail-Adresse. Prüfen Sie die Adresse, und versuchen Sie es noch einmal.',
          'Dieses Mitglied hat eine andere E-Mail-Adresse. Prüfe die Adresse, und versuche es noch einmal.',
        ),
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        ResourceNotFound: noSeat,
        CustomerNotFound: 'Diesen Kunden gibt es nicht mehr.',
        MemberNotFound: 'Diese Person ist kein Mitglied.',
        RequestValidationError: say(
          'Eine Eingabe ist ungültig. Prüfen Sie sie, und versuchen Sie es noch einmal.',
          'Eine Eingabe ist ungültig. Prüfe sie, und versuche es noch einmal.',
        ),
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
            ? `Es sind mehr ${seat.other} vergeben. ${say('Entziehen Sie', 'Entziehe')} zuerst welche.`
            : `Vergeben: ${seats(limit)}. Für weniger müssen zuerst ${seat.other} entzogen werden.`,
        UpdateSubscriptionSeatsNotAllowed: `Die Anzahl der ${seat.other} kann hier nicht geändert werden. ${support}`,
        PaymentFailed: say(
          'Die Zahlung wurde abgelehnt, und es wurde nichts gekauft. Prüfen Sie die Zahlungsmethode, und versuchen Sie es noch einmal.',
          'Die Zahlung wurde abgelehnt, und es wurde nichts gekauft. Prüfe die Zahlungsmethode, und versuche es noch einmal.',
        ),
        PaymentActionRequired: say(
          'Ihre Bank verlangt eine Bestätigung, deshalb wurde nichts gekauft. Bestätigen Sie die Zahlungsmethode in den Abrechnungseinstellungen, und versuchen Sie es noch einmal.',
          'Deine Bank verlangt eine Bestätigung, deshalb wurde nichts gekauft. Bestätige die Zahlungsmethode in den Abrechnungseinstellungen, und versuche es noch einmal.',
        ),
        SubscriptionLocked: say(
          'Dieses Abonnement wird gerade geändert. Versuchen Sie es in einer Minute noch einmal.',
          'Dieses Abonnement wird gerade geändert. Versuche es in einer Minute noch einmal.',
        ),
        Unauthorized: say(
          'Sie sind abgemeldet. Laden Sie die Seite neu, um sich wieder anzumelden.',
          'Du bist abgemeldet. Lade die Seite neu, um dich wieder anzumelden.',
        ),
        InsufficientScope: setUp,
        NotFound: noSeat,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? `Zu viele Anfragen auf einmal. ${say(
                'Versuchen Sie es gleich noch einmal.',
                'Versuche es gleich noch einmal.',
              )}`
            : `Zu viele Anfragen auf einmal. Wartezeit bis zum nächsten Versuch: ${wait(seconds)}.`,
        ServerError: 'Der Server hat ein Problem.',
        NetworkError: 'Der Server ist nicht erreichbar.',
        TimeoutError: 'Der Server hat nicht rechtzeitig geantwortet.',
        InvalidResponse: 'Der Server hat unerwartet geantwortet.',
        ConfigurationError: setUp,
        SeatCountChanged: `Das Abonnement hat sich geändert, seit der Preis angezeigt wurde. ${confirmAgain}`,
        SeatPriceChanged: `Der Preis hat sich geändert, seit er angezeigt wurde. ${confirmAgain}`,
        SeatCountUnchanged: `Das Abonnement hat bereits diese Anzahl von ${seat.of}.`,
        MemberSessionRequired: say(
          'Melden Sie sich mit Ihrem eigenen Konto an, um das zu sehen.',
          'Melde dich mit deinem eigenen Konto an, um das zu sehen.',
        ),
        UpstreamRefused: `Der Teamdienst ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`,
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `Diese Anfrage kam nicht von dieser Website. ${reload}`,
        SeatOccupantChanged: `Jemand anderes hat jetzt ${seat.the}. ${current}`,
        SeatOccupantRequired: `Diese Seite ist veraltet. Es wurde nichts geändert. ${reload}`,
        MirrorBusy: say(
          'Die Kopie der Teams wird gerade erneuert. Versuchen Sie es in einer Minute noch einmal.',
          'Die Kopie der Teams wird gerade erneuert. Versuche es in einer Minute noch einmal.',
        ),
        RecoveryBusy: say(
          'Dieses Team wird gerade wiederhergestellt. Versuchen Sie es in einer Minute noch einmal.',
          'Dieses Team wird gerade wiederhergestellt. Versuche es in einer Minute noch einmal.',
        ),
        RecoveryPlanChanged: say(
          'Das Team hat sich seit der Planung geändert. Erstellen Sie einen neuen Plan, und bestätigen Sie ihn.',
          'Das Team hat sich seit der Planung geändert. Erstelle einen neuen Plan, und bestätige ihn.',
        ),
        SubscriptionInactive: 'Dieses Abonnement ist nicht aktiv. Es wurde nichts geändert.',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: say(
          `Für diese Anzahl von ${seat.of} gibt es keinen Preis. Wählen Sie eine andere.`,
          `Für diese Anzahl von ${seat.of} gibt es keinen Preis. Wähle eine andere.`,
        ),
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'Für dieses Abonnement ist keine Pause geplant.',
        NotPausedSubscription: 'Dieses Abonnement ist nicht pausiert.',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: say(
          'Fügen Sie zuerst eine Zahlungsmethode hinzu, und versuchen Sie es noch einmal.',
          'Füge zuerst eine Zahlungsmethode hinzu, und versuche es noch einmal.',
        ),
        ResourceUnavailable: 'Das ist nicht mehr verfügbar.',
        RequestBodyTooLarge: say(
          'Das ist zu viel auf einmal. Senden Sie weniger, und versuchen Sie es noch einmal.',
          'Das ist zu viel auf einmal. Sende weniger, und versuche es noch einmal.',
        ),
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
      maybeHitAnother: `Jemand anderes hat kurz zuvor ${seat.the} erhalten und möglicherweise wieder verloren. ${say('Prüfen Sie die Liste, und laden Sie die Person neu ein, falls sie fehlt.', 'Prüfe die Liste, und lade die Person neu ein, falls sie fehlt.')}`,
      retry: ({ problem }) =>
        `${problem} ${say('Versuchen Sie es gleich noch einmal.', 'Versuche es gleich noch einmal.')}`,
      mayHaveHappened: ({ problem }) =>
        `${problem} Die Änderung kann trotzdem erfolgt sein: ${say(
          'Prüfen Sie die Liste, bevor Sie es noch einmal versuchen.',
          'Prüfe die Liste, bevor du es noch einmal versuchst.',
        )}`,
      maybeBought: ({ problem }) =>
        `${problem} Der Kauf kann trotzdem noch zustande kommen: ${say(
          `Wiederholen Sie ihn nicht, sondern prüfen Sie die Anzahl der ${seat.other} in ein paar Minuten.`,
          `Wiederhole ihn nicht, sondern prüfe die Anzahl der ${seat.other} in ein paar Minuten.`,
        )}`,
      maybeClaimed: ({ problem }) =>
        `${problem} Die Einladung kann trotzdem angenommen sein. ${say(
          'Laden Sie die Seite neu, bevor Sie es noch einmal versuchen.',
          'Lade die Seite neu, bevor du es noch einmal versuchst.',
        )}`,
      halfReinvited: ({ problem }) =>
        `Die alte Einladung wurde zurückgezogen, aber eine neue konnte nicht gesendet werden. ${problem}`,
      maybeRevoked: ({ problem }) =>
        `Die alte Einladung wurde möglicherweise zurückgezogen, und es wurde keine neue gesendet. ${problem}`,
    },
  }
}
