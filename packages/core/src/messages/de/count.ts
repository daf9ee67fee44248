import type { MessageTools } from '../MessageTools.ts'
import type { CountMessages } from '../types/CountMessages.ts'

const units = new Map([
  ['day', { one: 'Tag', other: 'Tage' }],
  ['week', { one: 'Woche', other: 'Wochen' }],
  ['month', { one: 'Monat', other: 'Monate' }],
  ['year', { one: 'Jahr', other: 'Jahre' }],
])

export function count({ seat, number, counted, seats, money, day }: MessageTools): CountMessages {
  const every = ({ interval, intervals }: { interval: string; intervals: number }) => {
    const unit = units.get(interval) ?? { one: interval, other: interval }
    return intervals === 1 ? `pro ${unit.one}` : `alle ${counted(intervals, unit)}`
  }
  return {
    seatCount: {
      get: `Weitere ${seat.other} buchen`,
      change: `Anzahl der ${seat.other} ändern`,
      title: `${seat.title} des Abonnements`,
      loading: 'Abonnement wird geladen …',
      label: `${seat.title} insgesamt`,
      fewer: `${seats(1)} weniger`,
      more: `${seats(1)} mehr`,
      limits: ({ minimum, maximum }) => `Eine ganze Zahl von ${number(minimum)} bis ${number(maximum)}.`,
      assigned: ({ assigned }) =>
        `Vergeben: ${seats(assigned)}. Für weniger müssen zuerst ${seat.other} entzogen werden.`,
      price: ({ count, amount, currency, interval, intervals }) =>
        `${seats(count)}: ${money({ amount, currency })} ${every({ interval, intervals })}, vor Steuern und Rabatten.`,
      review: 'Preis ansehen',
      loadingPrice: 'Preis wird abgefragt …',
      priceNotLoaded: 'Der Preis konnte nicht geladen werden.',
      buying: 'Einen Moment: Eine Zahlung kann eine Minute dauern.',
      confirmTitle: ({ from, to }) => `${number(from)} → ${seats(to)}`,
      appliesFrom: 'Ab',
      atOnce: 'Sofort',
      dueNow: 'Jetzt zu zahlen',
      nextInvoice: 'Auf der nächsten Rechnung',
      earlier: 'Aus früheren Änderungen',
      partOfNow: 'in der jetzigen Zahlung enthalten',
      alsoNext: 'ebenfalls auf der nächsten Rechnung',
      fromBalance: 'Aus Ihrem Guthaben bezahlt',
      toBalance: 'Ihrem Guthaben gutgeschrieben',
      perPeriod: (period) => `Danach ${every(period)}`,
      atMost: (price) => `höchstens ${money(price)}`,
      about: (price) => `etwa ${money(price)}`,
      beforeTax: 'vor Steuern',
      withTax: (price) => `davon ${money(price)} Steuern`,
      estimate: 'Ein Teil davon ist geschätzt: Rabatte oder Steuern können ihn ändern.',
      mayBeFewerThanUsed: ({ count }) =>
        `Bis dahin können Personen noch ${seat.a} erhalten. Niemand wird entfernt, auch wenn dann mehr als ${seats(count)} vergeben sind.`,
      buyNow: ({ count, ...price }) => `${seats(count)} kaufen, jetzt ${money(price)}`,
      buyNext: ({ count, ...price }) => `${seats(count)} kaufen, ${money(price)} auf der nächsten Rechnung`,
      buyLater: ({ count, at }) => `${seats(count)} ab ${day(at)} kaufen`,
      reduceLater: ({ count, at }) => `Zum ${day(at)} auf ${seats(count)} reduzieren`,
      reduceNow: ({ count }) => `Jetzt auf ${seats(count)} reduzieren`,
      amountNow: ({ action, ...price }) => `${action}, ${money(price)} sofort fällig`,
      amountNext: ({ action, ...price }) => `${action}, ${money(price)} auf der nächsten Rechnung`,
      creditNext: ({ action, ...price }) => `${action}, ${money(price)} Gutschrift auf der nächsten Rechnung`,
      creditBalance: ({ action, ...price }) => `${action}, ${money(price)} Gutschrift auf das Guthaben`,
      amountEach: ({ action, isEstimate, amount, currency, ...period }) =>
        `${action}, danach ${isEstimate ? 'etwa ' : ''}${money({ amount, currency })} ${every(period)}`,
      nothingToDo: ({ count }) => `Sie haben bereits ${seats(count)}`,
      priceChanged: 'Der Preis hat sich geändert. Prüfen Sie ihn, bevor Sie bestätigen.',
      pastDue: 'Die letzte Zahlung ist fehlgeschlagen. Solange sie offen ist, können Personen ihren Zugang verlieren.',
      manageBilling: 'Zahlungsmethode ändern',
      bought: ({ count }) => `Sie haben jetzt ${seats(count)}.`,
      reduced: ({ count, at }) => `Ab ${day(at)} haben Sie ${seats(count)}.`,
      scheduled: ({ count, at }) => `Ab ${day(at)} hat dieses Abonnement ${seats(count)}.`,
      keep: ({ count }) => `${seats(count)} behalten`,
      kept: ({ count }) => `Sie behalten ${seats(count)}.`,
    },
  }
}
