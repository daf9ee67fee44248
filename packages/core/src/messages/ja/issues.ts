import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'

export const issues = ({ seat, number, list }: MessageTools): IssueMessages => ({
  issues: {
    required: 'この項目は必須です。',
    not_allowed: 'この項目はここでは指定できません。',
    wrong_type: '形式が正しくありません。',
    empty: '空にはできません。',
    invalid_characters: '使用できない文字が含まれています。',
    too_short: ({ limit }) => (limit === undefined ? '短すぎます。' : `短すぎます。最小は${number(limit)}です。`),
    too_long: ({ limit }) => (limit === undefined ? '長すぎます。' : `長すぎます。最大は${number(limit)}です。`),
    too_small: ({ limit }) =>
      limit === undefined ? '数が小さすぎます。' : `${number(limit)}以上の数を入力してください。`,
    too_large: ({ limit }) =>
      limit === undefined ? '数が大きすぎます。' : `${number(limit)}以下の数を入力してください。`,
    not_whole: '整数を入力してください。',
    invalid_choice: '選択肢にない値です。',
    invalid_id: 'IDが正しくありません。',
    invalid_json: '読み取れませんでした。',
    invalid_email: 'メールアドレスではありません。例：ada@example.com',
    email_domain: 'このアドレスではメールを受信できません。@の後の部分を確認してください。',
    invalid_token: 'このリンクは招待ではありません。メールのリンク全体をコピーしてください。',
    metadata_not_json: '追加データを送信できません。',
    metadata_too_many_keys: ({ limit = 10 }) => `追加データの項目が${number(limit)}個を超えています。`,
    metadata_too_large: '追加データが大きすぎます。',
    one_source: 'サブスクリプションまたは注文を一つだけ指定してください。',
    person_required: `${seat.the}を割り当てる人を指定してください。`,
    several_people: '複数の人が指定されています。一人だけにしてください。',
    customer_id_in_plan: '顧客をこの一覧に含めることはできません。メールアドレスを指定してください。',
    too_many_sources: '一度に表示するチームが多すぎます。',
    preview_mismatch: '別の変更の料金です。もう一度料金を確認してください。',
    own_membership: '自分自身のメンバー情報は変更できません。',
    owner_membership: 'オーナーの役割はここでは変更できません。',
    last_owner: 'チームにはオーナーが必要です。先に別の人をオーナーにしてください。',
    invalid: '正しくない値です。',
    email_too_long: 'アドレスが長すぎます。',
    email_placeholder: 'アドレスが入力例のようです。実際のアドレスを入力してください。',
    email_quotation_mark: 'アドレスに曲がった引用符が含まれています。まっすぐな引用符にするか、削除してください。',
    email_list_number: '番号の後に空白を入れてください。',
    email_before_at: 'アドレスの@より前の部分を確認してください。',
    email_after_at: 'アドレスの@より後の部分を確認してください。',
    no_address: 'この行にはメールアドレスがありません。',
    at_sign_as_word: '単語の代わりに記号「@」を入力してください。',
    several_addresses:
      'この行には表のように複数のアドレスがあります。列名を「email」とした見出し行を追加するか、アドレスを一つだけ残してください。',
    unclear_name: ({ text }) =>
      text === undefined
        ? '名前かどうか判断できません。一行に一人ずつ入力してください。'
        : `「${text}」が名前かどうか判断できません。一行に一人ずつ入力してください。`,
    unclear_label: ({ text }) =>
      text === undefined
        ? 'このアドレスは別の人のものかもしれません。この人で正しい場合は、アドレスだけを残してください。'
        : `「${text}」は別の人かもしれません。この人で正しい場合は、アドレスだけを残してください。`,
    unclear_person: '誰を指しているか判断できません。一つのセルにアドレスを一つだけ残してください。',
    above_header: 'この行は表の見出しより上にあります。削除してください。',
    open_quotation_mark: 'ここで始まる引用符が閉じられていません。',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `この行のセル数（${number(cells)}）は見出し（${number(columns)}）より多くなっています。区切り文字を含むセルを引用符で囲んでください。`
        : `この行のセル数（${number(cells)}）は見出し（${number(columns)}）より少なくなっています。不足しているセルを追加してください。`,
    different_columns: ({ names = [] }) =>
      names.length === 0
        ? '列によってアドレスが異なります。本人のアドレスの列だけを残してください。'
        : `${list(names.map((name) => `「${name}」`))}の列でアドレスが異なります。本人のアドレスの列だけを残してください。`,
    several_addresses_for_id: '一つのIDに対して複数のアドレスがあります。',
    unnamed_column: '本人のアドレスの列を示す見出しがありません。その列の名前を「email」にしてください。',
    missing_cell: ({ names = [] }) =>
      names.length === 0 ? 'この行にはアドレスがありません。' : `この行には${list(names)}の値がありません。`,
  },
})
