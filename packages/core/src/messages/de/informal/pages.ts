import type { MessageTools } from '../../MessageTools.ts'
import type { MessagesPatch } from '../../MessagesPatch.ts'

export function pages({ seat }: MessageTools): MessagesPatch {
  const askOwner = 'Wende dich an eine Person mit der Rolle „Inhaber“.'
  return {
    claimPage: {
      title: ({ organization }) => `${organization} hat ${seat.a} für dich`,
      body: ({ product, email }) => `Nimm die Einladung an, um ${product} als ${email} zu nutzen.`,
      preparing: 'Einen Moment: Dein Zugang wird eingerichtet.',
      doneTitle: 'Du bist dabei',
      done: ({ product }) => `Du kannst ${product} jetzt nutzen.`,
      unusableHelp:
        'Bitte die Person, von der die Einladung kam, um eine neue. Wenn du die Einladung schon angenommen hast, ist nichts weiter zu tun.',
      incompleteHelp: 'Öffne den Link in deiner Einladungs-E-Mail noch einmal, oder kopiere den ganzen Link.',
    },
    mySeats: {
      loading: `Deine ${seat.other} werden geladen …`,
      loadFailed: `Deine ${seat.other} konnten nicht geladen werden`,
      none: `Du hast hier ${seat.no}. ${askOwner}`,
    },
    members: {
      about: `Die Personen, die Polar für dein Unternehmen kennt. Nicht jedes Mitglied braucht ${seat.a}.`,
      confirmRemove: ({ who }) =>
        `${who} entfernen? Damit werden dieser Person auch alle ${seat.other} entzogen, in jedem Abonnement deines Unternehmens.`,
    },
    gate: {
      checking: 'Dein Zugang wird geprüft …',
      noSeat: `Dafür benötigst du ${seat.a}. ${askOwner}`,
      failed: 'Dein Zugang konnte nicht geprüft werden.',
    },
  }
}
