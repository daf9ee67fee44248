import type { MessageTools } from '../MessageTools.ts'
import type { ErrorMessages } from '../types/ErrorMessages.ts'

const support = 'サポートにお問い合わせください。'
const setUp = `このページの設定に問題があります。変更は行われていません。${support}`
const notAllowed = 'この操作は現在の役割では許可されていません。チームのオーナーに依頼してください。'
const ended = 'このサブスクリプションは終了しているか、まもなく終了するため、変更できません。'
const reload = 'ページを再読み込みして、もう一度お試しください。'
const refused = `リクエストが拒否されました。${reload}`
const gone = 'このサブスクリプションは存在しません。'
const notPossible = `このサブスクリプションではこの操作はできません。${support}`
const deadInvitation = '有効期限が切れたか、すでに使用されたか、取り消されています。'
const noMember = 'この人はすでにメンバーではありません。'
const current = '一覧を最新の状態に更新しました。'
const noEntry = `この項目はすでに存在しません。${current}`
const confirmAgain = '購入は行われていません。新しい料金を確認し、もう一度確定してください。'

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
        SeatNotAvailable: `${seat.other}に空きがありません。${seat.other}を取り消すか追加してから、もう一度お試しください。`,
        SeatAlreadyAssigned: ({ who }) =>
          `${who === undefined ? 'この人' : `${who}さん`}にはすでに${seat.a}があるか、招待が送られています。`,
        SeatNotPending: `この招待はすでに承諾されたか、取り消されています。${current}`,
        InvalidInvitationToken: 'この招待は有効期限が切れたか、すでに使用されたか、取り消されています。',
        InvalidSeatAssignmentRequest: `${seat.the}を割り当てる相手が不明です。メールアドレスを一つ入力してください。`,
        MemberEmailMismatch: 'このメンバーのメールアドレスは異なります。アドレスを確認して、もう一度お試しください。',
        FeatureNotEnabled: setUp,
        NotPermitted: notAllowed,
        ResourceNotFound: noEntry,
        CustomerNotFound: 'この顧客は存在しません。',
        MemberNotFound: 'この人はメンバーではありません。',
        RequestValidationError: '入力内容に誤りがあります。確認して、もう一度お試しください。',
        AlreadyCanceledSubscription: ended,
        NotASeatBasedSubscription: `このサブスクリプションでは${seat.other}を購入できません。`,
        BelowMinimumSeats: ({ limit }) =>
          limit === undefined
            ? `このサブスクリプションで選べる${seat.other}数を下回っています。`
            : `このサブスクリプションには${seats(limit)}以上が必要です。`,
        AboveMaximumSeats: ({ limit }) =>
          limit === undefined
            ? `このサブスクリプションで選べる${seat.other}数を超えています。`
            : `このサブスクリプションの上限は${seats(limit)}です。`,
        SeatsAlreadyAssigned: ({ limit }) =>
          limit === undefined
            ? `それより多くの${seat.other}を使用中です。先に取り消してください。`
            : `${seats(limit)}を使用中です。これより減らすには、先に取り消してください。`,
        UpdateSubscriptionSeatsNotAllowed: `ここでは${seat.other}数を変更できません。${support}`,
        PaymentFailed: 'お支払いが拒否され、購入は行われていません。支払い方法を確認して、もう一度お試しください。',
        PaymentActionRequired:
          '銀行による確認が必要なため、購入は行われていません。請求設定で支払い方法を確認して、もう一度お試しください。',
        SubscriptionLocked: 'このサブスクリプションは別の変更を処理中です。1分後にもう一度お試しください。',
        Unauthorized: 'サインアウトしています。ページを再読み込みして、もう一度サインインしてください。',
        InsufficientScope: setUp,
        NotFound: noEntry,
        RateLimited: ({ seconds }) =>
          seconds === undefined
            ? 'リクエストが多すぎます。しばらくしてから、もう一度お試しください。'
            : `リクエストが多すぎます。${wait(seconds)}後にもう一度お試しください。`,
        ServerError: 'サーバーに問題が発生しています。',
        NetworkError: 'サーバーに接続できません。',
        TimeoutError: 'サーバーからの応答に時間がかかりすぎました。',
        InvalidResponse: 'サーバーから予期しない応答がありました。',
        ConfigurationError: setUp,
        SeatCountChanged:
          'その間にサブスクリプションが変更されました。購入も取り消しも行われていません。内容を確認し、もう一度確定してください。',
        SeatPriceChanged: `表示後に料金が変わりました。${confirmAgain}`,
        SeatCountUnchanged: `サブスクリプションはすでにこの${seat.other}数です。`,
        MemberSessionRequired: '表示するには、ご自身のアカウントでサインインしてください。',
        UpstreamRefused: `チームサービスの設定に問題があります。変更は行われていません。${support}`,
        OperationNotGranted: notAllowed,
        CrossSiteRequest: `このリクエストは、このサイトから送られたものではありません。${reload}`,
        SeatOccupantChanged: `${seat.the}は現在、別の人に割り当てられています。${current}`,
        SeatOccupantRequired: `このページは最新ではありません。変更は行われていません。${reload}`,
        MirrorBusy: 'チームのコピーを更新しています。1分後にもう一度お試しください。',
        RecoveryBusy: 'このチームは復元中です。1分後にもう一度お試しください。',
        RecoveryPlanChanged: '計画の作成後にチームが変更されました。新しい計画を作成して確定してください。',
        SubscriptionInactive: 'このサブスクリプションは有効ではありません。変更は行われていません。',
        InactiveSubscription: ended,
        NotBillableSubscription: ended,
        NotAUnitBasedSubscription: notPossible,
        InvalidQuantityError: `この${seat.other}数には料金が設定されていません。別の数を選んでください。`,
        UpdateSubscriptionPlanNotAllowed: notPossible,
        PauseResumeNotAllowed: notPossible,
        CannotPauseSubscription: notPossible,
        NoScheduledPause: 'このサブスクリプションに一時停止の予定はありません。',
        NotPausedSubscription: 'このサブスクリプションは一時停止されていません。',
        RevokeNotAllowed: notPossible,
        PaymentMethodRequired: '先に支払い方法を追加してから、もう一度お試しください。',
        ResourceUnavailable: 'これはすでに利用できません。',
        RequestBodyTooLarge: '一度に送る量が多すぎます。減らしてから、もう一度お試しください。',
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
      unknown: `このページで問題が発生しました。${reload}`,
      unclear: 'サーバーから明確な応答がありませんでした。',
      maybeHitAnother: `直前に別の人に${seat.the}が割り当てられ、それが取り消された可能性があります。一覧を確認し、その人がいない場合は招待し直してください。`,
      retry: ({ problem }) => `${problem}しばらくしてから、もう一度お試しください。`,
      mayHaveHappened: ({ problem }) =>
        `${problem}変更が反映されている可能性があります。もう一度試す前に一覧を確認してください。`,
      maybeBought: ({ problem }) =>
        `${problem}購入が完了する可能性があるため、繰り返さないでください。数分後に${seat.other}数を確認してください。`,
      maybeClaimed: ({ problem }) =>
        `${problem}招待が承諾されている可能性があります。もう一度試す前にページを再読み込みしてください。`,
      halfReinvited: ({ problem }) => `以前の招待は取り消されましたが、新しい招待を送信できませんでした。${problem}`,
      maybeRevoked: ({ problem }) => `以前の招待が取り消された可能性があり、新しい招待は送信されていません。${problem}`,
    },
  }
}
