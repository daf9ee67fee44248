import type { MessageTools } from '../../MessageTools.ts'
import type { MessagesPatch } from '../../MessagesPatch.ts'

export function team({ seat, counted }: MessageTools): MessagesPatch {
  const people = (count: number) => counted(count, { one: 'Person', other: 'Personen' })
  return {
    common: {
      you: 'Du',
      offline: 'Du bist offline. Die Seite wird aktualisiert, sobald du wieder online bist.',
      notLoaded:
        'Dieser Teil der Seite konnte nicht geladen werden. Prüfe deine Verbindung und versuche es erneut, oder lade die Seite neu.',
    },
    inviteForm: {
      empty: 'Gib die E-Mail-Adresse der Person ein, die du einladen möchtest.',
      several: 'Gib hier nur eine E-Mail-Adresse ein. Für mehrere gibt es „Mehrere einladen“.',
      lost: ({ who }) =>
        `Es kam keine Antwort. Ob ${who} eingeladen wurde, ist nicht sicher. Sieh in der Liste nach. Fehlt die Person dort, versuche es noch einmal.`,
    },
    bulk: {
      hint: 'Füge E-Mail-Adressen ein, oder ziehe eine Textdatei oder eine CSV-Datei mit einer Spalte „email“ hierher.',
      unseated: ({ count }) =>
        `Für ${people(count)} fehlten freie ${seat.other}. Buche weitere ${seat.other}, und fahre dann fort.`,
    },
    table: {
      empty: 'Lade oben die erste Person ein. Die Person erhält eine E-Mail mit einem Link.',
      emptyWithoutSeats: `Buche zuerst ${seat.other}, und lade dann Personen ein.`,
    },
    row: {
      askRevokeYou: `Dir selbst ${seat.the} entziehen? Dein Zugang endet sofort.`,
    },
  }
}
