import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'

const support = 'Póngase en contacto con el servicio de asistencia.'
const setUp = `Esta página no está bien configurada. No se ha cambiado nada. ${support}`
const notAllowed = 'Su rol no lo permite. Diríjase a la persona titular del equipo.'
const ended = 'Esta suscripción ha terminado o está a punto de terminar, así que no se puede cambiar.'
const reload = 'Vuelva a cargar la página e inténtelo de nuevo.'
const refused = `La solicitud se ha rechazado. ${reload}`
const gone = 'Esta suscripción ya no existe.'
const notPossible = `Esto no es posible con esta suscripción. ${support}`
const deadInvitation = 'Ha caducado, ya se ha usado o se ha retirado.'
const noMember = 'Esta persona ya no es miembro.'
const current = 'La lista vuelve a estar al día.'
const noEntry = `Este elemento ya no existe. ${current}`
const confirmAgain = 'No se ha comprado nada. Revise el precio nuevo y vuelva a confirmar.'

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
        SeatNotAvailable: `No quedan ${seat.other} libres. Retire ${seat.a} o contrate más, e inténtelo de nuevo.`,
        SeatAlreadyAssigned: ({ who = 'Esta persona' }) => `${who} ya tiene ${seat.a} o una invitación pendiente.`,
        SeatNotPending: `Esta invitación ya no está pendiente: se ha aceptado o se ha retirado. ${current}`,
        InvalidInvitationToken: 'Esta invitación ha caducado, ya se ha usado o se ha retirado.',
        InvalidSeatAssignmentRequest: `No está claro a quién asignar ${seat.the}. Introduzca una dirección de correo.`,
        MemberEmailMismatch: 'Este miembro tiene otra dirección de correo. Revise la dirección e inténtelo de nuevo.',
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        ResourceNotFound: noEntry,
        CustomerNotFound: 'Este cliente ya no existe.',
        MemberNotFound: 'Esta persona no es miembro.',
        RequestValidationError: 'Algún dato no es válido. Revíselo e inténtelo de nuevo.',
        AlreadyCanceledSubscription: ended,
        NotASeatBasedSubscription: `Con esta suscripción no se pueden comprar ${seat.other}.`,
        BelowMinimumSeats: ({ limit }) =>
          limit === undefined
            ? `Son menos ${seat.other} de lo que permite esta suscripción.`
            : `Esta suscripción necesita al menos ${seats(limit)}.`,
        AboveMaximumSeats: ({ limit }) =>
          limit === undefined
            ? `Son más ${seat.other} de lo que permite esta suscripción.`
            : `Esta suscripción puede tener como máximo ${seats(limit)}.`,
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `Hay más ${seat.other} en uso. Retire primero ${seat.other}.`
            : `En uso: ${seats(limit)}. Para bajar de ahí, retire primero ${seat.other}.`,
        UpdateSubscriptionSeatsNotAllowed: `El número ${seat.of} no se puede cambiar aquí. ${support}`,
        PaymentFailed:
          'El pago se ha rechazado y no se ha comprado nada. Revise el método de pago e inténtelo de nuevo.',
        PaymentActionRequired:
          'Su banco pide una confirmación, así que no se ha comprado nada. Confirme el método de pago en los ajustes de facturación e inténtelo de nuevo.',
        SubscriptionLocked: 'Se está haciendo otro cambio en esta suscripción. Inténtelo de nuevo en un minuto.',
        Unauthorized: 'Su sesión ha terminado. Vuelva a cargar la página para iniciar sesión.',
        InsufficientScope: setUp,
        NotFound: noEntry,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? 'Demasiadas solicitudes a la vez. Espere un momento e inténtelo de nuevo.'
            : `Demasiadas solicitudes a la vez. Inténtelo de nuevo en ${wait(seconds)}.`,
        ServerError: 'El servidor tiene un problema.',
        NetworkError: 'No se puede conectar con el servidor.',
        TimeoutError: 'El servidor ha tardado demasiado en responder.',
        InvalidResponse: 'El servidor ha dado una respuesta inesperada.',
        ConfigurationError: setUp,
        SeatCountChanged:
          'La suscripción ha cambiado entretanto. No se ha comprado ni anulado nada. Revísela y vuelva a confirmar.',
        SeatPriceChanged: `El precio ha cambiado desde que se mostró. ${confirmAgain}`,
        SeatCountUnchanged: `La suscripción ya tiene ese número ${seat.of}.`,
        MemberSessionRequired: 'Inicie sesión con su propia cuenta para ver esto.',
        UpstreamRefused: `El servicio de equipos no está bien configurado. No se ha cambiado nada. ${support}`,
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `Esta solicitud no venía de este sitio. ${reload}`,
        SeatOccupantChanged: `Ahora otra persona tiene ${seat.the}. ${current}`,
        SeatOccupantRequired: `Esta página no está al día. No se ha cambiado nada. ${reload}`,
        MirrorBusy: 'La copia de los equipos se está actualizando. Inténtelo de nuevo en un minuto.',
        RecoveryBusy: 'Este equipo se está restableciendo. Inténtelo de nuevo en un minuto.',
        RecoveryPlanChanged: 'El equipo ha cambiado desde que se hizo el plan. Haga un plan nuevo y confírmelo.',
        SubscriptionInactive: 'Esta suscripción no está activa. No se ha cambiado nada.',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `No hay precio para ese número ${seat.of}. Elija otro.`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'Esta suscripción no tiene ninguna pausa prevista.',
        NotPausedSubscription: 'Esta suscripción no está en pausa.',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: 'Añada primero un método de pago e inténtelo de nuevo.',
        ResourceUnavailable: 'Esto ya no está disponible.',
        RequestBodyTooLarge: 'Es demasiado de una vez. Envíe menos e inténtelo de nuevo.',
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
      unknown: `Algo ha fallado en esta página. ${reload}`,
      unclear: 'El servidor no ha dado una respuesta clara.',
      maybeHitAnother: `Otra persona acababa de recibir ${seat.the} y quizá haya perdido el acceso. Revise la lista y vuelva a invitarla si no aparece.`,
      retry: ({ problem }) => `${problem} Inténtelo de nuevo en un momento.`,
      mayHaveHappened: ({ problem }) =>
        `${problem} Es posible que el cambio se haya hecho: revise la lista antes de volver a intentarlo.`,
      maybeBought: ({ problem }) =>
        `${problem} La compra aún puede completarse: no la repita. Revise el número ${seat.of} dentro de unos minutos.`,
      maybeClaimed: ({ problem }) =>
        `${problem} Es posible que la invitación se haya aceptado. Vuelva a cargar la página antes de intentarlo de nuevo.`,
      halfReinvited: ({ problem }) =>
        `La invitación anterior se ha retirado, pero no se ha podido enviar una nueva. ${problem}`,
      maybeRevoked: ({ problem }) =>
        `Es posible que la invitación anterior se haya retirado, y no se ha enviado ninguna nueva. ${problem}`,
    },
  }
}
