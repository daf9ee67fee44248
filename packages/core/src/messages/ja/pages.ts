import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'

const roles = new Map([
  ['owner', 'オーナー'],
  ['billing_manager', '請求管理者'],
  ['member', 'メンバー'],
])

export const pages = ({ seat }: MessageTools): PageMessages => ({
  claimPage: {
    loading: '招待を確認しています…',
    title: ({ organization }) => `${organization}から${seat.a}への招待が届いています`,
    body: ({ product, email }) => `承諾すると、${email}として${product}を利用できます。`,
    accept: '招待を承諾する',
    accepting: '承諾しています…',
    preparing: 'お待ちください。ご利用の準備をしています。',
    doneTitle: '参加しました',
    done: ({ product }) => `${product}をご利用いただけます。`,
    goToTeam: 'チームのページへ',
    unusableTitle: 'この招待は使用できません',
    unusableHelp: '招待した人に新しい招待を依頼してください。すでに承諾済みの場合は、何もする必要はありません。',
    incompleteTitle: 'リンクが不完全です',
    incompleteHelp: '招待メールのリンクをもう一度開くか、リンク全体をコピーしてください。',
    failedTitle: '招待を開けませんでした',
  },
  mySeats: {
    title: `自分の${seat.other}`,
    loading: `${seat.other}を読み込んでいます…`,
    loadFailed: `${seat.other}を読み込めませんでした`,
    none: `割り当てられた${seat.no}がありません。チームのオーナーに依頼してください。`,
  },
  members: {
    open: 'メンバー',
    title: 'メンバー',
    about: `Polarに登録されている会社のメンバーです。${seat.no}のないメンバーもいます。`,
    loading: 'メンバーを読み込んでいます…',
    loadFailed: 'メンバーを読み込めませんでした。',
    address: 'メールでメンバーを追加',
    add: '追加',
    added: ({ who }) => `${who}さんをメンバーに追加しました。${seat.no}はまだ割り当てられていません。`,
    existed: ({ who }) => `${who}さんはすでにメンバーです。`,
    roleOf: ({ who }) => `${who}さんの役割`,
    roleIs: ({ who, role }) => `${who}さんの役割を「${roles.get(role) ?? role}」に変更しました。`,
    remove: '削除',
    removeWhom: ({ who }) => `${who}さんを削除`,
    confirmRemove: ({ who }) =>
      `${who}さんを削除しますか？会社のすべてのサブスクリプションで、この人の${seat.other}も取り消されます。`,
    removed: ({ who }) => `${who}さんを削除し、${seat.other}を取り消しました。`,
  },
  gate: {
    checking: '利用権を確認しています…',
    noSeat: `利用するには${seat.a}が必要です。チームのオーナーに依頼してください。`,
    failed: '利用権を確認できませんでした。',
  },
  permissions: {
    readOnly: `${seat.the}の割り当てを変更できるのは、オーナーと請求管理者です。`,
  },
})
