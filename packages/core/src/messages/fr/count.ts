import type { MessageTools } from '../MessageTools.ts'
import type { CountMessages } from '../types/CountMessages.ts'

const units = new Map([
  ['day', { one: 'jour', other: 'jours', every: 'tous les' }],
  ['week', { one: 'semaine', other: 'semaines', every: 'toutes les' }],
  ['month', { one: 'mois', other: 'mois', every: 'tous les' }],
  ['year', { one: 'an', other: 'ans', every: 'tous les' }],
])

export function count({ seat, number, counted, seats, money, day }: MessageTools): CountMessages {
  const every = ({ interval, intervals }: { interval: string; intervals: number }) => {
    const unit = units.get(interval) ?? { one: interval, other: interval, every: 'tous les' }
    return intervals === 1 ? `par ${unit.one}` : `${unit.every} ${counted(intervals, unit)}`
  }
  return {
    seatCount: {
      get: `Ajouter des ${seat.other}`,
      change: `Modifier le nombre ${seat.of}`,
      title: `${seat.title} de l’abonnement`,
      loading: 'Chargement de l’abonnement…',
      label: `${seat.title} au total`,
      fewer: `${seats(1)} de moins`,
      more: `${seats(1)} de plus`,
      limits: ({ minimum, maximum }) => `Un nombre entier de ${number(minimum)} à ${number(maximum)}.`,
      assigned: ({ assigned }) =>
        `En cours d’utilisation : ${seats(assigned)}. Pour descendre en dessous, retirez d’abord des ${seat.other}.`,
      price: ({ count, amount, currency, interval, intervals }) =>
        `${seats(count)} : ${money({ amount, currency })} ${every({ interval, intervals })}, hors taxes et remises.`,
      review: 'Voir le prix',
      loadingPrice: 'Calcul du prix…',
      priceNotLoaded: 'Le prix n’a pas pu être chargé.',
      buying: 'Un instant : un paiement peut prendre une minute.',
      confirmTitle: ({ from, to }) => `${number(from)} → ${seats(to)}`,
      appliesFrom: 'À partir du',
      atOnce: 'Immédiatement',
      dueNow: 'À payer maintenant',
      nextInvoice: 'Sur la prochaine facture',
      earlier: 'Modifications précédentes',
      partOfNow: 'compris dans ce que vous payez maintenant',
      alsoNext: 'également sur la prochaine facture',
      fromBalance: 'Payé avec votre solde',
      toBalance: 'Crédité sur votre solde',
      perPeriod: (period) => `Ensuite, ${every(period)}`,
      atMost: (price) => `au maximum ${money(price)}`,
      about: (price) => `environ ${money(price)}`,
      beforeTax: 'hors taxes',
      withTax: (price) => `dont ${money(price)} de taxes`,
      estimate: 'Une partie est estimée : une remise ou des taxes peuvent la modifier.',
      mayBeFewerThanUsed: ({ count }) =>
        `D’ici là, on peut encore attribuer ${seat.a}. Personne ne sera retiré, même s’il reste alors plus de ${seats(count)} en cours d’utilisation.`,
      buyNow: ({ count, ...price }) => `Acheter ${seats(count)}, ${money(price)} maintenant`,
      buyNext: ({ count, ...price }) => `Acheter ${seats(count)}, ${money(price)} sur la prochaine facture`,
      buyLater: ({ count, at }) => `Acheter ${seats(count)} à partir du ${day(at)}`,
      reduceLater: ({ count, at }) => `Passer à ${seats(count)} le ${day(at)}`,
      reduceNow: ({ count }) => `Passer à ${seats(count)} maintenant`,
      amountNow: ({ action, ...price }) => `${action}, ${money(price)} à payer maintenant`,
      amountNext: ({ action, ...price }) => `${action}, ${money(price)} sur la prochaine facture`,
      creditNext: ({ action, ...price }) => `${action}, ${money(price)} déduits de la prochaine facture`,
      creditBalance: ({ action, ...price }) => `${action}, ${money(price)} ajoutés à votre solde`,
      amountEach: ({ action, isEstimate, amount, currency, ...period }) =>
        `${action}, ensuite ${isEstimate ? 'environ ' : ''}${money({ amount, currency })} ${every(period)}`,
      nothingToDo: ({ count }) => `Vous avez déjà ${seats(count)}`,
      priceChanged: 'Le prix a changé. Vérifiez-le avant de confirmer.',
      pastDue: 'Le dernier paiement a échoué. Tant qu’il n’est pas réglé, des personnes peuvent perdre leur accès.',
      manageBilling: 'Changer de moyen de paiement',
      bought: ({ count }) => `Vous avez maintenant ${seats(count)}.`,
      reduced: ({ count, at }) => `À partir du ${day(at)}, vous aurez ${seats(count)}.`,
      scheduled: ({ count, at }) => `À partir du ${day(at)}, cet abonnement aura ${seats(count)}.`,
      keep: ({ count }) => `Conserver ${seats(count)}`,
      kept: ({ count }) => `Vous conservez ${seats(count)}.`,
    },
  }
}
