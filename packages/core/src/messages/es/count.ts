import type { MessageTools } from '../MessageTools.ts'
import type { CountMessages } from '../types/CountMessages.ts'

const units = new Map([
  ['day', { one: 'día', other: 'días' }],
  ['week', { one: 'semana', other: 'semanas' }],
  ['month', { one: 'mes', other: 'meses' }],
  ['year', { one: 'año', other: 'años' }],
])

export function count({ seat, number, counted, seats, money, day }: MessageTools): CountMessages {
  const every = ({ interval, intervals }: { interval: string; intervals: number }) => {
    const unit = units.get(interval) ?? { one: interval, other: interval }
    return intervals === 1 ? `cada ${unit.one}` : `cada ${counted(intervals, unit)}`
  }
  return {
    seatCount: {
      get: `Contratar más ${seat.other}`,
      change: `Cambiar el número ${seat.of}`,
      title: `${seat.title} de la suscripción`,
      loading: 'Cargando la suscripción…',
      label: `${seat.title} en total`,
      fewer: `${seats(1)} menos`,
      more: `${seats(1)} más`,
      limits: ({ minimum, maximum }) => `Un número entero de ${number(minimum)} a ${number(maximum)}.`,
      assigned: ({ assigned }) => `En uso: ${seats(assigned)}. Para bajar de ahí, retire primero ${seat.other}.`,
      price: ({ count, amount, currency, interval, intervals }) =>
        `${seats(count)}: ${money({ amount, currency })} ${every({ interval, intervals })}, sin impuestos ni descuentos.`,
      review: 'Ver el precio',
      loadingPrice: 'Consultando el precio…',
      priceNotLoaded: 'No se ha podido cargar el precio.',
      buying: 'Un momento: un pago puede tardar un minuto.',
      confirmTitle: ({ from, to }) => `${number(from)} → ${seats(to)}`,
      appliesFrom: 'Desde',
      atOnce: 'Ahora',
      dueNow: 'A pagar ahora',
      nextInvoice: 'En la próxima factura',
      earlier: 'Por cambios anteriores',
      partOfNow: 'incluido en lo que paga ahora',
      alsoNext: 'también en la próxima factura',
      fromBalance: 'Pagado con su saldo',
      toBalance: 'Abonado en su saldo',
      perPeriod: (period) => `Después, ${every(period)}`,
      atMost: (price) => `como máximo ${money(price)}`,
      about: (price) => `aproximadamente ${money(price)}`,
      beforeTax: 'sin impuestos',
      withTax: (price) => `de ellos, ${money(price)} de impuestos`,
      estimate: 'Una parte es una estimación: un descuento o los impuestos pueden cambiarla.',
      mayBeFewerThanUsed: ({ count }) =>
        `Hasta entonces aún se puede asignar ${seat.a}. No se retirará a nadie, aunque para entonces haya más de ${seats(count)} en uso.`,
      buyNow: ({ count, ...price }) => `Comprar ${seats(count)}, ${money(price)} ahora`,
      buyNext: ({ count, ...price }) => `Comprar ${seats(count)}, ${money(price)} en la próxima factura`,
      buyLater: ({ count, at }) => `Comprar ${seats(count)} a partir del ${day(at)}`,
      reduceLater: ({ count, at }) => `Reducir a ${seats(count)} el ${day(at)}`,
      reduceNow: ({ count }) => `Reducir a ${seats(count)} ahora`,
      amountNow: ({ action, ...price }) => `${action}, ${money(price)} a pagar ahora`,
      amountNext: ({ action, ...price }) => `${action}, ${money(price)} en la próxima factura`,
      creditNext: ({ action, ...price }) => `${action}, ${money(price)} de descuento en la próxima factura`,
      creditBalance: ({ action, ...price }) => `${action}, ${money(price)} a su saldo`,
      amountEach: ({ action, isEstimate, amount, currency, ...period }) =>
        `${action}, después ${isEstimate ? 'aproximadamente ' : ''}${money({ amount, currency })} ${every(period)}`,
      nothingToDo: ({ count }) => `Ya tiene ${seats(count)}`,
      priceChanged: 'El precio ha cambiado. Revíselo antes de confirmar.',
      pastDue: 'El último pago ha fallado. Mientras no se pague, puede haber personas que pierdan el acceso.',
      manageBilling: 'Cambiar el método de pago',
      bought: ({ count }) => `Ahora tiene ${seats(count)}.`,
      reduced: ({ count, at }) => `A partir del ${day(at)} tendrá ${seats(count)}.`,
      scheduled: ({ count, at }) => `A partir del ${day(at)}, esta suscripción tendrá ${seats(count)}.`,
      keep: ({ count }) => `Conservar ${seats(count)}`,
      kept: ({ count }) => `Conserva ${seats(count)}.`,
    },
  }
}
