/** Words for an email address in headers, as regular expressions for the result of `foldHeader`. */
export const addressWords: string[] = [
  'e ?mail ?(?:address(?:es)?|adressen?|adresses?|adress|adres)?',
  'e?mail(?:address(?:es)?|adressen?|adress|adres)',
  '(?:e ?)?mails?(?: ?id)?',
  'e ?post(?:adress(?:e|er)?)?',
  '(?:jobb|arbets)?mejl(?:adress)?',
  'e ?posta(?:si|niz)?',
  'elektronik posta',
  'posta elettronica',
  'courriels?',
  'courrier electronique',
  'adresse electronique',
  '(?:adresse de )?messagerie',
  'mel',
  'correos?',
  'direccion electronica',
  'correio',
  'endereco eletr?onico',
  'poczt[ay](?: elektroniczn(?:a|ej))?',
]

/** The same words in scripts without spaces between words. Each word comes before the words that it contains. */
export const unspacedAddressWords: string[] = (
  '電子メールアドレス eメールアドレス メールアドレス 電子メール eメール メルアド メアド メール ' +
  '电子邮件地址 电子邮箱地址 邮箱地址 邮件地址 电邮地址 电子邮件 电子邮箱 邮箱 邮件 电邮 ' +
  '電子郵件地址 電子信箱 電子郵件 郵件地址 電郵地址 電郵 郵箱 郵件 信箱'
).split(' ')

/** Words that mark the address which a person prefers. */
export const primaryWords: string[] = (
  'primary main preferred haupt primar primare principal principale principal primaire primair hoofd glowny podstawowy ' +
  'birincil ana メイン 主要 主'
).split(' ')

/** Words that a header of the person's own address may contain. A header with any other word names another address. */
export const ownWords: string[] = // Words for an address and words that forms add.
  (
    'e address addresses adresse adressen adress adres adresi adresses direccion endereco indirizzo electronico electronica ' +
    'eletronico elettronico elektronik value id the a of to for is 1 required optional mandatory ' +
    'pflichtfeld erforderlich pflicht obligatoire requis obligatorio requerido obrigatorio obbligatorio richiesto verplicht ' +
    'vereist wymagane wymagany obowiazkowe obligatorisk obligatoriskt kravs zorunlu gerekli ' +
    // Words for the person.
    'user users member members employee staff person people participant participants attendee invitee invite invited student ' +
    'recipient teammate login contact seat your ' +
    'mitarbeiter mitarbeiterin mitarbeiters benutzer nutzer mitglied mitglieds teilnehmer person empfanger kontakt ' +
    'utilisateur membre employe salarie participant collaborateur destinataire ' +
    'usuario miembro empleado participante destinatario contacto ' +
    'utilizador membro funcionario colaborador contato ' +
    'utente dipendente partecipante contatto ' +
    'gebruiker lid medewerker deelnemer contactpersoon ' +
    'uzytkownika uzytkownik czlonka pracownika pracownik uczestnika kontaktowy ' +
    'anvandare anvandarens medlem medlemmens anstalld deltagare kontaktperson ' +
    'kullanici kullanicinin uye calisan katilimci ' +
    // Words for the person's work.
    'work business company corporate office official job professional ' +
    'dienst dienstlich dienstliche geschaftlich geschaftliche arbeit arbeits beruflich berufliche firma firmen buro ' +
    'professionnel professionnelle travail entreprise bureau pro ' +
    'trabajo corporativo laboral profesional empresa oficina ' +
    'trabalho profissional ' +
    'lavoro aziendale professionale ufficio ' +
    'werk zakelijk zakelijke ' +
    'sluzbowy sluzbowa praca firmowy firmowa ' +
    'jobb arbete arbets foretag foretags tjanste medarbetare medarbetarens personens ' +
    'is kurumsal sirket ' +
    // Articles and prepositions.
    'de d du des der die das l la le el los do da dos di del dell della van het den od i'
  ).split(' ')

/** The same words in scripts without spaces between words. */
export const unspacedOwnWords: string[] = (
  '勤務先 会社 仕事 業務 社用 ビジネス 優先 本人 ユーザー ユーザ 社員 従業員 メンバー 参加者 必須 連絡先 アドレス の 用 ' +
  '工作 公司 企业 企業 办公 辦公 首选 首選 用户 用戶 使用者 成员 成員 员工 員工 必填 必需 本人 联系 聯絡 地址 单位 單位 项 項 的'
).split(' ')
