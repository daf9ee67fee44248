import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'

export const issues = ({ seat, number, list }: MessageTools): IssueMessages => ({
  issues: {
    required: 'Diese Angabe fehlt.',
    not_allowed: 'Diese Angabe ist hier nicht zulässig.',
    wrong_type: 'Diese Angabe hat die falsche Form.',
    empty: 'Diese Angabe darf nicht leer sein.',
    invalid_characters: 'Diese Angabe enthält unzulässige Zeichen.',
    too_short: ({ limit }) =>
      limit === undefined ? 'Diese Angabe ist zu kurz.' : `Diese Angabe ist zu kurz. Mindestlänge: ${number(limit)}.`,
    too_long: ({ limit }) =>
      limit === undefined ? 'Diese Angabe ist zu lang.' : `Diese Angabe ist zu lang. Höchstlänge: ${number(limit)}.`,
    too_small: ({ limit }) =>
      limit === undefined ? 'Diese Zahl ist zu klein.' : `Die kleinste Zahl ist ${number(limit)}.`,
    too_large: ({ limit }) =>
      limit === undefined ? 'Diese Zahl ist zu groß.' : `Die größte Zahl ist ${number(limit)}.`,
    not_whole: 'Geben Sie eine ganze Zahl ein.',
    invalid_choice: 'Das steht nicht zur Auswahl.',
    invalid_id: 'Das ist keine gültige ID.',
    invalid_json: 'Das konnte nicht gelesen werden.',
    invalid_email: 'Das ist keine E-Mail-Adresse. So sieht eine aus: ada@example.com.',
    email_domain: 'Unter dieser Adresse kann niemand E-Mails empfangen. Prüfen Sie den Teil nach dem @.',
    invalid_token: 'Dieser Link ist keine Einladung. Kopieren Sie den ganzen Link aus der E-Mail.',
    metadata_not_json: 'Die Zusatzdaten können nicht gesendet werden.',
    metadata_too_many_keys: ({ limit = 10 }) => `Die Zusatzdaten haben mehr als ${number(limit)} Einträge.`,
    metadata_too_large: 'Die Zusatzdaten sind zu umfangreich.',
    one_source: 'Genau ein Abonnement oder eine Bestellung muss angegeben sein.',
    person_required: `Geben Sie an, wer ${seat.the} erhalten soll.`,
    several_people: 'Hier ist mehr als eine Person angegeben. Lassen Sie nur eine stehen.',
    customer_id_in_plan: 'Ein Kunde kann nicht auf dieser Liste stehen. Geben Sie eine E-Mail-Adresse an.',
    too_many_sources: 'Das sind zu viele Teams auf einmal.',
    preview_mismatch: 'Der Preis gehört zu einer anderen Änderung. Prüfen Sie den Preis noch einmal.',
    own_membership: 'Sie können Ihre eigene Mitgliedschaft nicht ändern.',
    owner_membership: 'Die Rolle „Inhaber“ kann hier nicht geändert werden.',
    last_owner: 'Ein Team braucht jemanden mit der Rolle „Inhaber“. Geben Sie diese Rolle zuerst einer anderen Person.',
    invalid: 'Diese Angabe ist ungültig.',
    email_too_long: 'Die Adresse ist zu lang.',
    email_placeholder: 'Die Adresse sieht wie ein Beispiel aus. Geben Sie die richtige ein.',
    email_quotation_mark:
      'Die Adresse enthält ein typografisches Anführungszeichen. Ersetzen Sie es durch ein gerades, oder löschen Sie es.',
    email_list_number: 'Setzen Sie ein Leerzeichen nach der Nummer der Liste.',
    email_before_at: 'Prüfen Sie den Teil der Adresse vor dem @.',
    email_after_at: 'Prüfen Sie den Teil der Adresse nach dem @.',
    no_address: 'In dieser Zeile steht keine E-Mail-Adresse.',
    at_sign_as_word: 'Schreiben Sie das Zeichen @ statt des Wortes.',
    several_addresses:
      'Diese Zeile hat mehrere Adressen, wie eine Tabelle. Ergänzen Sie eine Kopfzeile, in der die Spalte „email“ heißt, oder lassen Sie nur eine Adresse stehen.',
    unclear_name: ({ text }) =>
      `${text === undefined ? 'Es ist nicht klar, was ein Name ist.' : `Es ist nicht klar, ob „${text}“ ein Name ist.`} Schreiben Sie jede Person in eine eigene Zeile.`,
    unclear_label: ({ text }) =>
      `${text === undefined ? 'Diese Adresse gehört vielleicht jemand anderem.' : `„${text}“ ist vielleicht jemand anderes.`} Wenn Sie diese Person meinen, lassen Sie nur die Adresse stehen.`,
    unclear_person: 'Es ist nicht klar, wer gemeint ist. Lassen Sie in jeder Zelle nur eine Adresse stehen.',
    above_header: 'Diese Zeile steht über der Kopfzeile der Tabelle. Löschen Sie sie.',
    open_quotation_mark: 'Hier beginnt ein Anführungszeichen, das nicht geschlossen wird.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `Diese Zeile hat mehr Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.`
        : `Diese Zeile hat weniger Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). Ergänzen Sie die fehlenden Zellen.`,
    different_columns: ({ names = [] }) =>
      `${
        names.length === 0
          ? 'Die Spalten haben verschiedene Adressen.'
          : `Die Spalten ${list(names.map((name) => `„${name}“`))} haben verschiedene Adressen.`
      } Behalten Sie die Spalte mit der eigenen Adresse der Person.`,
    several_addresses_for_id: 'Die Zeile hat mehrere Adressen für eine ID.',
    unnamed_column: 'Keine Kopfzeile sagt, welche Adresse die eigene der Person ist. Nennen Sie diese Spalte „email“.',
    missing_cell: ({ names = [] }) =>
      names.length === 0 ? 'In der Zeile fehlt die Adresse.' : `In der Zeile fehlt ein Wert für ${list(names)}.`,
  },
})
