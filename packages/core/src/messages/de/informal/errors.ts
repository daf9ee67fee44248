import type { MessageTools } from '../../MessageTools.ts'
import type { MessagesPatch } from '../../MessagesPatch.ts'

export function errors({ seat, seats, wait }: MessageTools): MessagesPatch {
  const support = 'Bitte wende dich an den Support.'
  const setUp = `Diese Seite ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`
  const notAllowed = 'Deine Rolle erlaubt das nicht. Wende dich an eine Person mit der Rolle „Inhaber“.'
  const reload = 'Lade die Seite neu, und versuche es noch einmal.'
  const refused = `Die Anfrage wurde abgelehnt. ${reload}`
  const notPossible = `Das ist mit diesem Abonnement nicht möglich. ${support}`
  const confirmAgain = 'Es wurde nichts gekauft. Prüfe den neuen Preis, und bestätige dann noch einmal.'
  return {
    errors: {
      byCode: {
        BadRequest: refused,
        SeatNotAvailable: `Alle ${seat.other} sind vergeben. Entziehe ${seat.a}, oder buche weitere ${seat.other}, und versuche es dann noch einmal.`,
        InvalidSeatAssignmentRequest: `Es ist nicht klar, wer ${seat.the} erhalten soll. Gib eine E-Mail-Adresse ein.`,
        MemberEmailMismatch:
          'Dieses Mitglied hat eine andere E-Mail-Adresse. Prüfe die Adresse, und versuche es noch einmal.',
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        RequestValidationError: 'Eine Eingabe ist ungültig. Prüfe sie, und versuche es noch einmal.',
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `Es sind mehr ${seat.other} vergeben. Entziehe zuerst welche.`
            : `Vergeben: ${seats(limit)}. Für weniger müssen zuerst ${seat.other} entzogen werden.`,
        UpdateSubscriptionSeatsNotAllowed: `Die Anzahl der ${seat.other} kann hier nicht geändert werden. ${support}`,
        PaymentFailed:
          'Die Zahlung wurde abgelehnt, und es wurde nichts gekauft. Prüfe die Zahlungsmethode, und versuche es noch einmal.',
        PaymentActionRequired:
          'Deine Bank verlangt eine Bestätigung, deshalb wurde nichts gekauft. Bestätige die Zahlungsmethode in den Abrechnungseinstellungen, und versuche es noch einmal.',
        SubscriptionLocked: 'Dieses Abonnement wird gerade geändert. Versuche es in einer Minute noch einmal.',
        Unauthorized: 'Du bist abgemeldet. Lade die Seite neu, um dich wieder anzumelden.',
        InsufficientScope: setUp,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? `Zu viele Anfragen auf einmal. Versuche es gleich noch einmal.`
            : `Zu viele Anfragen auf einmal. Wartezeit bis zum nächsten Versuch: ${wait(seconds)}.`,
        ConfigurationError: setUp,
        SeatCountChanged:
          'Das Abonnement hat sich inzwischen geändert. Es wurde nichts gekauft oder aufgehoben. Prüfe es, und bestätige dann noch einmal.',
        SeatPriceChanged: `Der Preis hat sich geändert, seit er angezeigt wurde. ${confirmAgain}`,
        MemberSessionRequired: 'Melde dich mit deinem eigenen Konto an, um das zu sehen.',
        UpstreamRefused: `Der Teamdienst ist nicht richtig eingerichtet. Es wurde nichts geändert. ${support}`,
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `Diese Anfrage kam nicht von dieser Website. ${reload}`,
        SeatOccupantRequired: `Diese Seite ist veraltet. Es wurde nichts geändert. ${reload}`,
        MirrorBusy: 'Die Kopie der Teams wird gerade erneuert. Versuche es in einer Minute noch einmal.',
        RecoveryBusy: 'Dieses Team wird gerade wiederhergestellt. Versuche es in einer Minute noch einmal.',
        RecoveryPlanChanged:
          'Das Team hat sich seit der Planung geändert. Erstelle einen neuen Plan, und bestätige ihn.',
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `Für diese Anzahl von ${seat.of} gibt es keinen Preis. Wähle eine andere.`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: 'Füge zuerst eine Zahlungsmethode hinzu, und versuche es noch einmal.',
        RequestBodyTooLarge: 'Das ist zu viel auf einmal. Sende weniger, und versuche es noch einmal.',
        LengthRequired: refused,
      },
      refused,
      unknown: `Auf dieser Seite ist etwas schiefgegangen. ${reload}`,
      maybeHitAnother: `Jemand anderes hat kurz zuvor ${seat.the} erhalten und möglicherweise wieder verloren. Prüfe die Liste, und lade die Person neu ein, falls sie fehlt.`,
      retry: ({ problem }) => `${problem} Versuche es gleich noch einmal.`,
      mayHaveHappened: ({ problem }) =>
        `${problem} Die Änderung kann trotzdem erfolgt sein: Prüfe die Liste, bevor du es noch einmal versuchst.`,
      maybeBought: ({ problem }) =>
        `${problem} Der Kauf kann trotzdem noch zustande kommen: Wiederhole ihn nicht, sondern prüfe die Anzahl der ${seat.other} in ein paar Minuten.`,
      maybeClaimed: ({ problem }) =>
        `${problem} Die Einladung kann trotzdem angenommen sein. Lade die Seite neu, bevor du es noch einmal versuchst.`,
    },
  }
}
