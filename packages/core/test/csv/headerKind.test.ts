import { describe, expect, test } from 'vitest'
import { headerKind } from '../../src/csv/headerKind.ts'

const ownAddressHeaders = {
  English: `Email|E-Mail|EMAIL|e-mail address|Email Address [Required]|Email *|E-mail 1 - Value|workEmail|Work Email|Business Email Address|mail|Email\nAddress|Email ID|User email|Employee Email|Email (required)|E‑mail|ＥＭＡＩＬ|Email:|Email address to invite [inviteeEmail] Required|user_email|Email (work)`,
  German:
    'E-Mail-Adresse|Emailadresse|E-Mail (geschäftlich)|Dienstliche E-Mail|Geschäftliche E-Mail-Adresse|E-Mail-Adresse (Pflichtfeld)|Mailadresse|Firmen-E-Mail|E-Mail des Mitarbeiters',
  French:
    'Adresse e-mail|Adresse électronique|Courriel|Courriel professionnel|Adresse de messagerie|Adresse mail|E-mail professionnel|E-mail (obligatoire)|Email du salarié',
  Spanish:
    'Correo electrónico|Correo|Dirección de correo electrónico|Correo electrónico corporativo|Email del usuario|Correo electrónico (obligatorio)',
  Portuguese: 'Endereço de e-mail|E-mail corporativo|Correio eletrónico|E-mail do colaborador',
  Italian:
    'Indirizzo email|Indirizzo e-mail|Posta elettronica|Indirizzo di posta elettronica|E-mail aziendale|Email dell’utente',
  Dutch: 'E-mailadres|Emailadres|Zakelijk e-mailadres|Werk e-mail|E-mail van de medewerker',
  Polish: 'Adres e-mail|Adres email|E-mail służbowy|Poczta elektroniczna|Adres poczty elektronicznej|E-mail pracownika',
  Swedish: 'E-post|E-postadress|Epost|Jobbmejl|Medarbetarens e-post',
  Turkish: 'E-posta|E-posta adresi|İş e-postası|Kullanıcı e-postası|Eposta|E-POSTA ADRESİ|E-posta (zorunlu)',
  Japanese:
    'メールアドレス|メール|電子メール|電子メールアドレス|Eメール|会社メールアドレス|メールアドレス（必須）|勤務先メール',
  Chinese: '邮箱|电子邮箱|电子邮件|电子邮件地址|工作邮箱|公司邮箱|電子郵件|電子信箱|邮箱（必填）',
}
const primaryHeaders =
  'Primary Email|primaryEmail|Primäre E-Mail-Adresse|Adresse e-mail principale|E-mail principal|Primair e-mailadres|Główny adres e-mail|Primär e-post|Birincil e-posta|メインメールアドレス|主要邮箱'
const otherAddressHeaders =
  'Manager Email|Recovery Email|Home Secondary Email|Work Secondary Email|Secondary Email|secondEmail|Personal Email|Private E-Mail|E-Mail privat|Billing Email|Invoice email|Assistant’s Email|E-mail 2 - Value|E-mail 1 - Label|E-mail 2 Address|Alternate email|Backup email|E-Mail des Vorgesetzten|E-Mail Rechnung|E-mail personnel|Courriel du responsable|Correo del gerente|Correo personal|E-mail do gestor|E-mail pessoal|Email del responsabile|Privé e-mail|E-mail leidinggevende|E-mail przełożonego|Chefens e-post|Privat e-post|Yönetici e-postası|Kişisel e-posta|上司のメールアドレス|個人メール|予備メール|上司邮箱|个人邮箱|备用邮箱|Emergency contact email|Owner email|Email Domain|Email verified|Email Opt Out|otherMails|Email (manager)|Email (personal)'
const nonAddressHeaders = 'Name|Mailing City|Manager|Adresse|Address|Post|Posta|Postcode|Phone|Department|Blackmail|'

describe.each(Object.entries(ownAddressHeaders))('%s', (_language, headers) => {
  test.each(headers.split('|'))('%s is the person’s own address', (header) => expect(headerKind(header)).toBe('email'))
})
test.each(primaryHeaders.split('|'))('%s is the address that the person prefers', (header) =>
  expect(headerKind(header)).toBe('primary email'),
)
test.each(otherAddressHeaders.split('|'))('%s is another address', (header) =>
  expect(headerKind(header)).toBe('other email'),
)
test.each(nonAddressHeaders.split('|'))('%s is not an address', (header) => expect(headerKind(header)).toBeUndefined())
test.each(['external_member_id', 'External member ID', 'externalMemberId *', 'member-id', 'customer_id'])(
  '%s is an id',
  (header) => expect(headerKind(header)).toMatch(/_id$/),
)
