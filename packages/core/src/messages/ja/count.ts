import type { MessageTools } from '../MessageTools.ts'
import type { CountMessages } from '../types/CountMessages.ts'

/** For each unit, the words for "every day" and for "every 2 days". */
const units = new Map([
  ['day', { each: '毎日', other: '日ごと' }],
  ['week', { each: '毎週', other: '週間ごと' }],
  ['month', { each: '毎月', other: 'か月ごと' }],
  ['year', { each: '毎年', other: '年ごと' }],
])

export function count({ seat, number, counted, seats, money, day }: MessageTools): CountMessages {
  const every = ({ interval, intervals }: { interval: string; intervals: number }) => {
    const unit = units.get(interval) ?? { each: interval, other: interval }
    return intervals === 1 ? unit.each : counted(intervals, unit)
  }
  return {
    seatCount: {
      get: `${seat.other}を追加`,
      change: `${seat.other}数を変更`,
      title: `サブスクリプションの${seat.title}`,
      loading: 'サブスクリプションを読み込んでいます…',
      label: `${seat.title}の合計`,
      fewer: `${seats(1)}減らす`,
      more: `${seats(1)}増やす`,
      limits: ({ minimum, maximum }) => `${number(minimum)}から${number(maximum)}までの整数を入力してください。`,
      assigned: ({ assigned }) => `${seats(assigned)}を使用中です。これより減らすには、先に取り消してください。`,
      price: ({ count, amount, currency, interval, intervals }) =>
        `${seats(count)}：${every({ interval, intervals })} ${money({ amount, currency })}（税・割引適用前）`,
      review: '料金を確認',
      loadingPrice: '料金を確認しています…',
      priceNotLoaded: '料金を読み込めませんでした。',
      buying: 'お待ちください。支払いには1分ほどかかる場合があります。',
      confirmTitle: ({ from, to }) => `${number(from)} → ${seats(to)}`,
      appliesFrom: '適用日',
      atOnce: '今すぐ',
      dueNow: '今回のお支払い',
      nextInvoice: '次回の請求',
      earlier: '以前の変更分',
      partOfNow: '今回のお支払いに含まれます',
      alsoNext: 'こちらも次回の請求に含まれます',
      fromBalance: '残高からのお支払い',
      toBalance: '残高への加算',
      perPeriod: (period) => `以降（${every(period)}）`,
      atMost: (price) => `最大${money(price)}`,
      about: (price) => `約${money(price)}`,
      beforeTax: '税抜',
      withTax: (price) => `うち税${money(price)}`,
      estimate: '一部は見積もりです。割引や税によって変わることがあります。',
      mayBeFewerThanUsed: ({ count }) =>
        `それまでは${seat.the}を割り当てられます。その時点で${seats(count)}を超えて使用していても、メンバーは削除されません。`,
      buyNow: ({ count, ...price }) => `${seats(count)}を購入（今すぐ${money(price)}）`,
      buyNext: ({ count, ...price }) => `${seats(count)}を購入（次回の請求で${money(price)}）`,
      buyLater: ({ count, at }) => `${day(at)}から${seats(count)}を追加購入`,
      reduceLater: ({ count, at }) => `${day(at)}に${seats(count)}へ減らす`,
      reduceNow: ({ count }) => `今すぐ${seats(count)}へ減らす`,
      amountNow: ({ action, ...price }) => `${action}（今すぐ${money(price)}）`,
      amountNext: ({ action, ...price }) => `${action}（次回の請求で${money(price)}）`,
      creditNext: ({ action, ...price }) => `${action}（次回の請求から${money(price)}を差し引き）`,
      creditBalance: ({ action, ...price }) => `${action}（残高に${money(price)}を追加）`,
      amountEach: ({ action, isEstimate, amount, currency, ...period }) =>
        `${action}（以降は${every(period)}${isEstimate ? '約' : ''}${money({ amount, currency })}）`,
      nothingToDo: ({ count }) => `すでに${seats(count)}あります`,
      priceChanged: '料金が変わりました。確定する前にもう一度ご確認ください。',
      pastDue: '直近のお支払いに失敗しました。お支払いが済むまで、利用できなくなる人が出ることがあります。',
      manageBilling: '支払い方法を変更',
      bought: ({ count }) => `${seats(count)}になりました。`,
      reduced: ({ count, at }) => `${day(at)}から${seats(count)}になります。`,
      scheduled: ({ count, at }) => `このサブスクリプションは${day(at)}から${seats(count)}になります。`,
      keep: ({ count }) => `${seats(count)}のままにする`,
      kept: ({ count }) => `${seats(count)}のままです。`,
    },
  }
}
