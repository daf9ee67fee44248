/** Inputs from directories, mail programs and people, each with its recipients and the numbers of its problem lines. */
export const recipientCases: { name: string; input: string; people: object[]; problems: number[] }[] = [
  {
    name: 'Google Workspace user export',
    input:
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],Recovery Email,Home Secondary Email,Work Secondary Email,Employee ID,Manager Email,Department\nAda,Lovelace,ada@corp.example,****,/,ada.private@mail.example,ada.home@mail.example,,7,boss@corp.example,R&D\nGrace,Hopper,grace@corp.example,****,/,,,,8,boss@corp.example,R&D\n',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'primary and secondary address',
    input:
      'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email\nAda,Lovelace,Ada,,ada@corp.example,ada.private@mail.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Google Contacts export, an address in the notes',
    input:
      'First Name,Last Name,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value\nAda,Lovelace,assistant is pa@other.example,* Work,ada@corp.example,Home,ada@home.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Entra bulk invite template: a version line above the header, an address in the message',
    input:
      'version:v1.0\nEmail address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]\nada@corp.example,https://x.example,true,"Questions: helpdesk@corp.example"\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'German header, semicolons, a manager column',
    input: 'Vorname;Nachname;E-Mail-Adresse;Vorgesetzter\nAda;L;ada@corp.example;boss@corp.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Excel separator line',
    input: 'sep=;\nemail;external_member_id\nada@corp.example;usr_1\n',
    people: [{ email: 'ada@corp.example', external_member_id: 'usr_1' }],
    problems: [],
  },
  {
    name: 'an asterisk for a required field in the header',
    input: 'Name,Email *,Manager email\nAda,ada@corp.example,boss@corp.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'two address columns that are equally good: a problem, not a guess',
    input: 'Name,Email,E-mail address\nAda,ada@corp.example,ada@home.example\n',
    people: [],
    problems: [2],
  },
  {
    name: 'two columns with the same address',
    input: 'Name,Email,E-mail address\nAda,ada@corp.example,Ada@corp.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'first header cell is empty (tab separated)',
    input: '\tEmail\tName\nboss@corp.example\tada@corp.example\tAda\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'an unquoted comma shifts the cells',
    input: 'id,name,manager,email\n1,Lovelace, Ada,boss@corp.example,ada@corp.example\n',
    people: [],
    problems: [2],
  },
  {
    name: 'a blank before a quote',
    input: 'id, name, manager, email\n1, "Lovelace, Ada", boss@corp.example, ada@corp.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a title above the header',
    input: 'Team export 2026-11-27\nname,email,manager\nAda,ada@corp.example,boss@corp.example\n',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'no header, several addresses in each row',
    input: '1,ada@corp.example,boss@corp.example\n2,grace@corp.example,boss@corp.example\n',
    people: [],
    problems: [1, 2],
  },
  {
    name: 'two people in one cell',
    input: 'Email\nAda Lovelace <ada@corp.example>; Grace <grace@corp.example>\n',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'zero-width, soft hyphen and direction marks around an address',
    input: '\u200bada@corp.example\u200b\n\u00adgrace@corp.example\n\u202akay@corp.example\u202c',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'kay@corp.example' }],
    problems: [],
  },
  {
    name: 'smart quotes',
    input: '“ada@corp.example”\n‘grace@corp.example’\n«kay@corp.example»',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'kay@corp.example' }],
    problems: [],
  },
  {
    name: 'bullets',
    input: '• ada@corp.example\n•grace@corp.example\n- kay@corp.example\n1. joan@corp.example',
    people: [
      { email: 'ada@corp.example' },
      { email: 'grace@corp.example' },
      { email: 'kay@corp.example' },
      { email: 'joan@corp.example' },
    ],
    problems: [],
  },
  {
    name: 'a mailto link with a subject',
    input: 'mailto:ada@corp.example?subject=Hello',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Outlook nested link',
    input:
      'Ada Lovelace <ada@corp.example<mailto:ada@corp.example>>; Grace <grace@corp.example<mailto:grace@corp.example>>',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'Outlook link without a name',
    input: 'ada@corp.example<mailto:ada@corp.example>',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a display name that is another address',
    input: '"ada@home.example" <ada@corp.example>',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a mailing list',
    input: '"\'ada@home.example\' via Team" <team@groups.example>',
    people: [{ email: 'team@groups.example' }],
    problems: [],
  },
  {
    name: 'a sentence',
    input: 'Please add ada@corp.example, grace@corp.example and kay@corp.example.',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'kay@corp.example' }],
    problems: [],
  },
  {
    name: 'an address that Polar refuses is a problem, and the other lines are read',
    input: 'ada@corp.example\nada@@corp.example\ngrace@corp.example',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [2],
  },
  {
    name: 'Okta export',
    input:
      'login,firstName,lastName,middleName,email,secondEmail\nada@okta.example,Ada,L,,ada@corp.example,ada@home.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Slack export',
    input:
      'username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname\nada,ada@corp.example,Member,1,0,0,U1,Ada L,ada',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Entra user export',
    input:
      'userPrincipalName,displayName,surname,mail,givenName,objectId,userType\nada_corp.example#EXT#@x.onmicrosoft.com,Ada,L,ada@corp.example,Ada,1,Guest',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Atlassian export',
    input: 'User id,User name,email,User status,Added to org\n712020:1,Ada,ada@corp.example,Active,2024',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'Outlook contacts',
    input:
      "First Name,Last Name,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Assistant's Name,Manager's Name\nAda,L,ada@corp.example,SMTP,Ada L (ada@corp.example),ada@home.example,pa,boss@corp.example",
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'BambooHR report',
    input:
      'Employee #,Last name, First name,Work Email,Home Email,Supervisor email\n1,L,Ada,ada@corp.example,ada@home.example,boss@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a header with unknown words',
    input: 'Name,Manager\nAda,boss@corp.example\nGrace,boss@corp.example',
    people: [],
    problems: [2, 3],
  },
  { name: 'a manager’s address only', input: 'Name,Manager email\nAda,boss@corp.example', people: [], problems: [2] },
  {
    name: 'too few and too many cells',
    input: 'name,email,manager\nAda,ada@corp.example\nGrace,grace@corp.example,boss@corp.example,x',
    people: [],
    problems: [2, 3],
  },
  {
    name: 'an address above the header',
    input: 'Exported by admin@corp.example\nName,Email\nAda,ada@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [1],
  },
  {
    name: 'titles above and a sum below',
    input: 'Acme Inc.\n\nUsers as of today, confidential\nName,Email\nAda,ada@corp.example\n\nTotal: 1',
    people: [{ email: 'ada@corp.example' }],
    problems: [7],
  },
  {
    name: 'a line break in a header',
    input: 'Name,"E-mail\naddress (required)",Manager\nAda,ada@corp.example,boss@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a table in Markdown',
    input: '| Name | Email | Manager |\n|---|:---:|---|\n| Ada | ada@corp.example | boss@corp.example |',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'one column',
    input:
      'Email\nada@corp.example\n"grace@corp.example"\nkay@corp.example,boss@corp.example\nLovelace, Ada <joan@corp.example>\nnobody',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'joan@corp.example' }],
    problems: [4, 6],
  },
  {
    name: 'a list with a title',
    input: 'Emails:\nada@corp.example, grace@corp.example',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'a letter to a colleague',
    input: 'Hi Bob,\n\nplease invite ada@corp.example and Grace <grace@corp.example>.\n\nThanks, Kay',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [1, 5],
  },
  {
    name: 'links in Markdown',
    input: '[Ada](mailto:ada@corp.example), [grace@corp.example](mailto:grace@corp.example)',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'a link of Slack',
    input: '<mailto:ada@corp.example|ada@corp.example>',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'links in HTML',
    input:
      '<a href="mailto:ada@corp.example">ada@corp.example</a>, <a class="x" href="mailto:grace@corp.example?subject=x">Grace</a>',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'addresses in URLs',
    input: 'https://user@host.example/path\nada@corp.example https://blog.example/@ada\ngit@github.com:org/repo.git',
    people: [{ email: 'ada@corp.example' }],
    problems: [1, 3],
  },
  { name: 'user names that begin with @', input: '@ada\nAda @ada ada@corp.example', people: [], problems: [1, 2] },
  {
    name: 'unquoted names that are addresses',
    input:
      "ada@home.example <ada@corp.example>\n'ada@home.example' via Team <team@groups.example>\ngrace@y.example Ada <ada@corp.example>",
    people: [{ email: 'ada@corp.example' }, { email: 'team@groups.example' }],
    problems: [3],
  },
  {
    name: 'Outlook names with the last name first',
    input: 'Lovelace, Ada <ada@corp.example>; Hopper, Grace <grace@corp.example>;',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'punctuation and bullets',
    input:
      'ada@corp.example.\n(grace@corp.example)\n[joan@corp.example]\n<ada@corp.example>,\n*ada@corp.example*\n> ada@corp.example\n– ada@corp.example\n1) ada@corp.example\n· ada@corp.example\n„ada@corp.example“',
    people: [
      { email: 'ada@corp.example' },
      { email: 'grace@corp.example' },
      { email: 'joan@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
      { email: 'ada@corp.example' },
    ],
    problems: [],
  },
  { name: 'a number that may be part of the address', input: '1.ada@corp.example', people: [], problems: [1] },
  {
    name: 'addresses that Polar refuses',
    input:
      'ada@corp.test\nada@localhost\nada@corp\na..b@corp.example\n.a@corp.example\na.@corp.example\nada@-corp.example\nada@corp-.example\nada@corp_x.example\nada@corp..example\nada@1.2.3.4\nada@[1.2.3.4]\n"a b"@corp.example\nada@corp.example@x.example\nada@xn--zzzzzz--.example\nada@ex💥.example\nada＠corp.example\nada@ab--c.example\nada@corp.local\nada@corp,example',
    people: [],
    problems: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
  },
  { name: 'a curly apostrophe', input: 'o’brien@corp.example', people: [], problems: [1] },
  { name: 'a placeholder', input: '{name}@corp.example', people: [], problems: [1] },
  {
    name: 'unusual addresses that Polar accepts',
    input:
      "ada@münchen.de\njosé@corp.example\nada+x@corp.example\no'brien@corp.example\nada@xn--mnchen-3ya.de\nada@corp。example",
    people: [
      { email: 'ada@münchen.de' },
      { email: 'josé@corp.example' },
      { email: 'ada+x@corp.example' },
      { email: "o'brien@corp.example" },
      { email: 'ada@xn--mnchen-3ya.de' },
      { email: 'ada@corp。example' },
    ],
    problems: [],
  },
  {
    name: 'blanks of every kind',
    input: 'ada@corp.example\u00a0\u00a0grace@corp.example\u3000kay@corp.example',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'kay@corp.example' }],
    problems: [],
  },
  {
    name: 'a spreadsheet’s row with two addresses',
    input: 'Ada\tada@corp.example\tboss@corp.example',
    people: [],
    problems: [1],
  },
  {
    name: 'rows without a header that share an address',
    input: 'ada@corp.example,boss@corp.example\ngrace@corp.example,boss@corp.example',
    people: [],
    problems: [1, 2],
  },
  {
    name: 'a remark beside an address',
    input: 'Ada,ada@corp.example,assistant is pa@other.example',
    people: [],
    problems: [1],
  },
  {
    name: 'a sentence in German',
    input: 'Bitte ada@corp.example, grace@corp.example und kay@corp.example einladen.',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'kay@corp.example' }],
    problems: [],
  },
  {
    name: 'labels before addresses',
    input: 'To: Ada <ada@corp.example>, grace@corp.example\nEmail:joan@corp.example\nManager: boss@corp.example',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }, { email: 'joan@corp.example' }],
    problems: [3],
  },
  { name: 'an address in words', input: 'ada [at] corp.example, grace@corp.example', people: [], problems: [1] },
  {
    name: 'several people in a cell',
    input:
      'Name,Email\nAda,"ada@corp.example, grace@corp.example"\nKay,kay@corp.example/joan@corp.example\nY,ada@corp.example or y@home.example\nZ,n/a\n',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [3, 4, 5],
  },
  {
    name: 'ids and addresses',
    input: 'external_member_id,Email\nu1,"ada@corp.example; g@corp.example"\nu2,\nu3,kay@corp.example',
    people: [{ external_member_id: 'u2' }, { email: 'kay@corp.example', external_member_id: 'u3' }],
    problems: [2],
  },
  {
    name: 'a header that is repeated',
    input: 'Name,Email\nAda,ada@corp.example\nName,Email\nGrace,grace@corp.example',
    people: [{ email: 'ada@corp.example' }, { email: 'grace@corp.example' }],
    problems: [],
  },
  {
    name: 'LDIF',
    input: 'dn: uid=ada,ou=people,dc=corp\ncn: Ada\nmail: ada@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [1, 2],
  },
  {
    name: 'a link with other recipients',
    input: 'mailto:ada@corp.example?cc=boss@corp.example',
    people: [],
    problems: [1],
  },
  {
    name: 'a Turkish header',
    input: 'Ad;E-posta adresi;Yönetici e-postası\nAda;ada@corp.example;boss@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
  {
    name: 'a Japanese header',
    input: '氏名,メールアドレス（必須）,上司のメールアドレス\nAda,ada@corp.example,boss@corp.example',
    people: [{ email: 'ada@corp.example' }],
    problems: [],
  },
]
