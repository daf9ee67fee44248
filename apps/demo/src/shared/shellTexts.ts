import { language } from './language.ts'

/** The texts of the product's own page around the panels. The lab below the page is in English only. */
interface ShellTexts {
  views: { both: string; label: string }
  about: { both: string; one: string }
  team: string
  language: string
  theme: Record<'light dark' | 'light' | 'dark', string>
  signedInAs: string
  signInAs: string
  unreachable: string
  lapsed: (people: number) => string
  restored: (people: number) => string
}

const en: ShellTexts = {
  views: { both: 'Side by side', label: 'Panels' },
  about: {
    both: 'One backend, two panels. Invite somebody in one and watch the other. Invitations arrive in the inbox below.',
    one: 'One backend, one panel. Invitations arrive in the inbox below.',
  },
  team: 'Team seats',
  language: 'Language',
  theme: { 'light dark': 'Theme: automatic', light: 'Theme: light', dark: 'Theme: dark' },
  signedInAs: 'Signed in as',
  signInAs: 'Sign in as',
  unreachable: 'The server cannot be reached.',
  lapsed: (people) =>
    `The payment has failed, and ${people === 1 ? '1 person' : `${people} people`} lost their seat. They get it back when the payment works.`,
  restored: (people) =>
    `The payment works again, and ${people === 1 ? '1 person' : `${people} people`} got their seat or invitation back.`,
}

const de: ShellTexts = {
  views: { both: 'Beide', label: 'Ansichten' },
  about: {
    both: 'Ein Backend, zwei Ansichten: in der einen einladen, in der anderen zusehen. Einladungen kommen unten im Posteingang an.',
    one: 'Ein Backend, eine Ansicht. Einladungen kommen unten im Posteingang an.',
  },
  team: 'Plätze im Team',
  language: 'Sprache',
  theme: { 'light dark': 'Farben: automatisch', light: 'Farben: hell', dark: 'Farben: dunkel' },
  signedInAs: 'Angemeldet als',
  signInAs: 'Anmelden als',
  unreachable: 'Der Server ist nicht erreichbar.',
  lapsed: (people) =>
    `Die Zahlung ist fehlgeschlagen. ${people === 1 ? '1 Person hat keinen Platz mehr und bekommt' : `${people} Personen haben keinen Platz mehr und bekommen`} ihn zurück, sobald die Zahlung gelingt.`,
  restored: (people) =>
    `Die Zahlung gelingt wieder. ${people === 1 ? '1 Person hat' : `${people} Personen haben`} Platz oder Einladung zurück.`,
}

const fr: ShellTexts = {
  views: { both: 'Les deux', label: 'Vues' },
  about: {
    both: 'Un serveur, deux vues : invitez dans l’une et regardez l’autre. Les invitations arrivent dans la boîte ci-dessous.',
    one: 'Un serveur, une vue. Les invitations arrivent dans la boîte ci-dessous.',
  },
  team: 'Places de l’équipe',
  language: 'Langue',
  theme: { 'light dark': 'Thème : automatique', light: 'Thème : clair', dark: 'Thème : sombre' },
  signedInAs: 'Connecté en tant que',
  signInAs: 'Se connecter en tant que',
  unreachable: 'Le serveur est injoignable.',
  lapsed: (people) =>
    `Le paiement a échoué : ${people === 1 ? '1 personne a perdu sa place et la retrouvera' : `${people} personnes ont perdu leur place et la retrouveront`} dès que le paiement sera accepté.`,
  restored: (people) =>
    `Le paiement est de nouveau accepté : ${people === 1 ? '1 personne a retrouvé sa place ou son invitation' : `${people} personnes ont retrouvé leur place ou leur invitation`}.`,
}

const es: ShellTexts = {
  views: { both: 'Ambos', label: 'Vistas' },
  about: {
    both: 'Un servidor, dos vistas: invite en una y mire la otra. Las invitaciones llegan al buzón de abajo.',
    one: 'Un servidor, una vista. Las invitaciones llegan al buzón de abajo.',
  },
  team: 'Plazas del equipo',
  language: 'Idioma',
  theme: { 'light dark': 'Tema: automático', light: 'Tema: claro', dark: 'Tema: oscuro' },
  signedInAs: 'Sesión iniciada como',
  signInAs: 'Iniciar sesión como',
  unreachable: 'No se puede acceder al servidor.',
  lapsed: (people) =>
    `El pago ha fallado: ${people === 1 ? '1 persona ha perdido su plaza y la recuperará' : `${people} personas han perdido su plaza y la recuperarán`} cuando el pago funcione.`,
  restored: (people) =>
    `El pago vuelve a funcionar: ${people === 1 ? '1 persona ha recuperado' : `${people} personas han recuperado`} su plaza o su invitación.`,
}

const ja: ShellTexts = {
  views: { both: '両方', label: '表示' },
  about: {
    both: 'ひとつのバックエンドに、ふたつのパネル。片方で招待すると、もう片方にも表示されます。招待メールは下の受信トレイに届きます。',
    one: 'ひとつのバックエンドに、ひとつのパネル。招待メールは下の受信トレイに届きます。',
  },
  team: 'チームのシート',
  language: '言語',
  theme: { 'light dark': 'テーマ：自動', light: 'テーマ：ライト', dark: 'テーマ：ダーク' },
  signedInAs: 'ログイン中：',
  signInAs: 'ログインするユーザー',
  unreachable: 'サーバーに接続できません。',
  lapsed: (people) => `支払いに失敗し、${people}人のシートが失われました。支払いが成功すると元に戻ります。`,
  restored: (people) => `支払いが成功し、${people}人のシートまたは招待が元に戻りました。`,
}

const textsByLanguage: Record<string, ShellTexts> = { en, de, deInformal: de, fr, es, ja }

/** The texts in the language of the page. */
export const shellTexts: ShellTexts = textsByLanguage[language] ?? en
