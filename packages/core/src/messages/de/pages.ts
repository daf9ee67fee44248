import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'
import type { Say } from './Say.ts'

const roles = new Map([
  ['owner', 'Inhaber'],
  ['billing_manager', 'Abrechnung'],
  ['member', 'Mitglied'],
])

export function pages({ seat }: MessageTools, say: Say): PageMessages {
  const askOwner = say(
    'Wenden Sie sich an eine Person mit der Rolle „Inhaber“.',
    'Wende dich an eine Person mit der Rolle „Inhaber“.',
  )
  return {
    claimPage: {
      loading: 'Einladung wird geladen …',
      title: ({ organization }) =>
        say(`${organization} hat ${seat.a} für Sie`, `${organization} hat ${seat.a} für dich`),
      body: ({ product, email }) =>
        say(
          `Nehmen Sie die Einladung an, um ${product} als ${email} zu nutzen.`,
          `Nimm die Einladung an, um ${product} als ${email} zu nutzen.`,
        ),
      accept: 'Einladung annehmen',
      accepting: 'Wird angenommen …',
      preparing: say('Einen Moment: Ihr Zugang wird eingerichtet.', 'Einen Moment: Dein Zugang wird eingerichtet.'),
      doneTitle: say('Sie sind dabei', 'Du bist dabei'),
      done: ({ product }) => say(`Sie können ${product} jetzt nutzen.`, `Du kannst ${product} jetzt nutzen.`),
      open: 'Zur Teamseite',
      unusableTitle: 'Diese Einladung kann nicht verwendet werden',
      unusableHelp: say(
        'Bitten Sie die Person, von der die Einladung kam, um eine neue. Wenn Sie die Einladung schon angenommen haben, ist nichts weiter zu tun.',
        'Bitte die Person, von der die Einladung kam, um eine neue. Wenn du die Einladung schon angenommen hast, ist nichts weiter zu tun.',
      ),
      missingTitle: 'Dieser Link ist unvollständig',
      missing: say(
        'Öffnen Sie den Link in Ihrer Einladungs-E-Mail noch einmal, oder kopieren Sie den ganzen Link.',
        'Öffne den Link in deiner Einladungs-E-Mail noch einmal, oder kopiere den ganzen Link.',
      ),
      failedTitle: 'Die Einladung konnte nicht geöffnet werden',
    },
    mySeats: {
      title: `Meine ${seat.other}`,
      loading: say(`Ihre ${seat.other} werden geladen …`, `Deine ${seat.other} werden geladen …`),
      loadFailed: say(
        `Ihre ${seat.other} konnten nicht geladen werden`,
        `Deine ${seat.other} konnten nicht geladen werden`,
      ),
      none: `${say(`Sie haben hier ${seat.no}.`, `Du hast hier ${seat.no}.`)} ${askOwner}`,
    },
    members: {
      open: 'Mitglieder',
      title: 'Mitglieder',
      about: say(
        `Die Personen, die Polar für Ihr Unternehmen kennt. Nicht jedes Mitglied braucht ${seat.a}.`,
        `Die Personen, die Polar für dein Unternehmen kennt. Nicht jedes Mitglied braucht ${seat.a}.`,
      ),
      loading: 'Mitglieder werden geladen …',
      loadFailed: 'Die Mitglieder konnten nicht geladen werden.',
      address: 'Mitglied per E-Mail hinzufügen',
      add: 'Hinzufügen',
      added: ({ who }) => `${who} ist jetzt Mitglied, hat aber noch ${seat.no}.`,
      existed: ({ who }) => `${who} ist bereits Mitglied.`,
      roleOf: ({ who }) => `Rolle von ${who}`,
      roleIs: ({ who, role }) => `${who} hat jetzt die Rolle „${roles.get(role) ?? role}“.`,
      remove: 'Entfernen',
      removeWhom: ({ who }) => `${who} entfernen`,
      asks: ({ who }) =>
        say(
          `${who} entfernen? Damit werden dieser Person auch alle ${seat.other} entzogen, in jedem Abonnement Ihres Unternehmens.`,
          `${who} entfernen? Damit werden dieser Person auch alle ${seat.other} entzogen, in jedem Abonnement deines Unternehmens.`,
        ),
      removed: ({ who }) => `${who} ist kein Mitglied mehr und hat ${seat.no} mehr.`,
    },
    gate: {
      checking: say('Ihr Zugang wird geprüft …', 'Dein Zugang wird geprüft …'),
      noSeat: `${say(`Dafür benötigen Sie ${seat.a}.`, `Dafür benötigst du ${seat.a}.`)} ${askOwner}`,
      failed: say('Ihr Zugang konnte nicht geprüft werden.', 'Dein Zugang konnte nicht geprüft werden.'),
    },
    permissions: {
      readOnly: `Die Rollen „Inhaber“ und „Abrechnung“ können ${seat.other} vergeben und entziehen.`,
    },
  }
}
