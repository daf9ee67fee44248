import type { MessageTools } from '../MessageTools.ts'
import type { PageMessages } from '../types/PageMessages.ts'

const roles = new Map([
  ['owner', 'Inhaber'],
  ['billing_manager', 'Abrechnung'],
  ['member', 'Mitglied'],
])

export function pages({ seat }: MessageTools): PageMessages {
  const askOwner = 'Wenden Sie sich an eine Person mit der Rolle „Inhaber“.'
  return {
    claimPage: {
      loading: 'Einladung wird geladen …',
      title: ({ organization }) => `${organization} hat ${seat.a} für Sie`,
      body: ({ product, email }) => `Nehmen Sie die Einladung an, um ${product} als ${email} zu nutzen.`,
      accept: 'Einladung annehmen',
      accepting: 'Wird angenommen …',
      preparing: 'Einen Moment: Ihr Zugang wird eingerichtet.',
      doneTitle: 'Sie sind dabei',
      done: ({ product }) => `Sie können ${product} jetzt nutzen.`,
      goToTeam: 'Zur Teamseite',
      unusableTitle: 'Diese Einladung kann nicht verwendet werden',
      unusableHelp:
        'Bitten Sie die Person, von der die Einladung kam, um eine neue. Wenn Sie die Einladung schon angenommen haben, ist nichts weiter zu tun.',
      incompleteTitle: 'Dieser Link ist unvollständig',
      incompleteHelp: 'Öffnen Sie den Link in Ihrer Einladungs-E-Mail noch einmal, oder kopieren Sie den ganzen Link.',
      failedTitle: 'Die Einladung konnte nicht geöffnet werden',
    },
    mySeats: {
      title: `Meine ${seat.other}`,
      loading: `Ihre ${seat.other} werden geladen …`,
      loadFailed: `Ihre ${seat.other} konnten nicht geladen werden`,
      none: `Sie haben hier ${seat.no}. ${askOwner}`,
    },
    members: {
      open: 'Mitglieder',
      title: 'Mitglieder',
      about: `Die Personen, die Polar für Ihr Unternehmen kennt. Nicht jedes Mitglied braucht ${seat.a}.`,
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
      confirmRemove: ({ who }) =>
        `${who} entfernen? Damit werden dieser Person auch alle ${seat.other} entzogen, in jedem Abonnement Ihres Unternehmens.`,
      removed: ({ who }) => `${who} ist kein Mitglied mehr und hat ${seat.no} mehr.`,
    },
    gate: {
      checking: 'Ihr Zugang wird geprüft …',
      noSeat: `Dafür benötigen Sie ${seat.a}. ${askOwner}`,
      failed: 'Ihr Zugang konnte nicht geprüft werden.',
    },
    permissions: {
      readOnly: `Die Rollen „Inhaber“ und „Abrechnung“ können ${seat.other} vergeben und entziehen.`,
    },
  }
}
