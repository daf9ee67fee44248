import type { MessageTools } from '../../MessageTools.ts'
import type { MessagesPatch } from '../../MessagesPatch.ts'

export const issues = ({ seat, number, list }: MessageTools): MessagesPatch => ({
  issues: {
    not_whole: 'Gib eine ganze Zahl ein.',
    email_domain: 'Unter dieser Adresse kann niemand E-Mails empfangen. Prüfe den Teil nach dem @.',
    invalid_token: 'Dieser Link ist keine Einladung. Kopiere den ganzen Link aus der E-Mail.',
    person_required: `Gib an, wer ${seat.the} erhalten soll.`,
    several_people: 'Hier ist mehr als eine Person angegeben. Lass nur eine stehen.',
    customer_id_in_plan: 'Ein Kunde kann nicht auf dieser Liste stehen. Gib eine E-Mail-Adresse an.',
    preview_mismatch: 'Der Preis gehört zu einer anderen Änderung. Prüfe den Preis noch einmal.',
    own_membership: 'Du kannst deine eigene Mitgliedschaft nicht ändern.',
    last_owner: 'Ein Team braucht jemanden mit der Rolle „Inhaber“. Gib diese Rolle zuerst einer anderen Person.',
    email_placeholder: 'Die Adresse sieht wie ein Beispiel aus. Gib die richtige ein.',
    email_quotation_mark:
      'Die Adresse enthält ein typografisches Anführungszeichen. Ersetze es durch ein gerades, oder lösche es.',
    email_list_number: 'Setze ein Leerzeichen nach der Nummer der Liste.',
    email_before_at: 'Prüfe den Teil der Adresse vor dem @.',
    email_after_at: 'Prüfe den Teil der Adresse nach dem @.',
    at_sign_as_word: 'Schreibe das Zeichen @ statt des Wortes.',
    several_addresses:
      'Diese Zeile hat mehrere Adressen, wie eine Tabelle. Ergänze eine Kopfzeile, in der die Spalte „email“ heißt, oder lass nur eine Adresse stehen.',
    unclear_name: ({ text }) =>
      `${text === undefined ? 'Es ist nicht klar, was ein Name ist.' : `Es ist nicht klar, ob „${text}“ ein Name ist.`} Schreibe jede Person in eine eigene Zeile.`,
    unclear_label: ({ text }) =>
      `${text === undefined ? 'Diese Adresse gehört vielleicht jemand anderem.' : `„${text}“ ist vielleicht jemand anderes.`} Wenn du diese Person meinst, lass nur die Adresse stehen.`,
    unclear_person: 'Es ist nicht klar, wer gemeint ist. Lass in jeder Zelle nur eine Adresse stehen.',
    above_header: 'Diese Zeile steht über der Kopfzeile der Tabelle. Lösche sie.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `Diese Zeile hat mehr Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). Setze eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.`
        : `Diese Zeile hat weniger Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). Ergänze die fehlenden Zellen.`,
    different_columns: ({ names = [] }) =>
      `${
        names.length === 0
          ? 'Die Spalten haben verschiedene Adressen.'
          : `Die Spalten ${list(names.map((name) => `„${name}“`))} haben verschiedene Adressen.`
      } Behalte die Spalte mit der eigenen Adresse der Person.`,
    unnamed_column: 'Keine Kopfzeile sagt, welche Adresse die eigene der Person ist. Nenne diese Spalte „email“.',
  },
})
