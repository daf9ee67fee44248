import type { MessageTools } from '../MessageTools.ts'
import type { IssueMessages } from '../types/IssueMessages.ts'
import type { Say } from './Say.ts'

export const issues = ({ seat, number, list }: MessageTools, say: Say): IssueMessages => ({
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
    not_whole: say('Geben Sie eine ganze Zahl ein.', 'Gib eine ganze Zahl ein.'),
    invalid_choice: 'Das steht nicht zur Auswahl.',
    invalid_id: 'Das ist keine gültige ID.',
    invalid_json: 'Das konnte nicht gelesen werden.',
    invalid_email: 'Das ist keine E-Mail-Adresse. So sieht eine aus: ada@example.com.',
    email_domain: say(
      'Unter dieser Adresse kann niemand E-Mails empfangen. Prüfen Sie den Teil nach dem @.',
      'Unter dieser Adresse kann niemand E-Mails empfangen. Prüfe den Teil nach dem @.',
    ),
    invalid_token: say(
      'Dieser Link ist keine Einladung. Kopieren Sie den ganzen Link aus der E-Mail.',
      'Dieser Link ist keine Einladung. Kopiere den ganzen Link aus der E-Mail.',
    ),
    metadata_not_json: 'Die Zusatzdaten können nicht gesendet werden.',
    metadata_too_many_keys: ({ limit = 10 }) => `Die Zusatzdaten haben mehr als ${number(limit)} Einträge.`,
    metadata_too_large: 'Die Zusatzdaten sind zu umfangreich.',
    one_source: 'Genau ein Abonnement oder eine Bestellung muss angegeben sein.',
    person_required: say(`Geben Sie an, wer ${seat.the} erhalten soll.`, `Gib an, wer ${seat.the} erhalten soll.`),
    several_people: say(
      'Hier ist mehr als eine Person angegeben. Lassen Sie nur eine stehen.',
      'Hier ist mehr als eine Person angegeben. Lass nur eine stehen.',
    ),
    customer_id_in_plan: say(
      'Ein Kunde kann nicht auf dieser Liste stehen. Geben Sie eine E-Mail-Adresse an.',
      'Ein Kunde kann nicht auf dieser Liste stehen. Gib eine E-Mail-Adresse an.',
    ),
    too_many_sources: 'Das sind zu viele Teams auf einmal.',
    preview_mismatch: say(
      'Der Preis gehört zu einer anderen Änderung. Prüfen Sie den Preis noch einmal.',
      'Der Preis gehört zu einer anderen Änderung. Prüfe den Preis noch einmal.',
    ),
    own_membership: say(
      'Sie können Ihre eigene Mitgliedschaft nicht ändern.',
      'Du kannst deine eigene Mitgliedschaft nicht ändern.',
    ),
    owner_membership: 'Die Rolle „Inhaber“ kann hier nicht geändert werden.',
    last_owner: say(
      'Ein Team braucht jemanden mit der Rolle „Inhaber“. Geben Sie diese Rolle zuerst einer anderen Person.',
      'Ein Team braucht jemanden mit der Rolle „Inhaber“. Gib diese Rolle zuerst einer anderen Person.',
    ),
    invalid: 'Diese Angabe ist ungültig.',
    email_too_long: 'Die Adresse ist zu lang.',
    email_placeholder: say(
      'Die Adresse sieht wie ein Beispiel aus. Geben Sie die richtige ein.',
      'Die Adresse sieht wie ein Beispiel aus. Gib die richtige ein.',
    ),
    email_quotation_mark: say(
      'Die Adresse enthält ein typografisches Anführungszeichen. Ersetzen Sie es durch ein gerades, oder löschen Sie es.',
      'Die Adresse enthält ein typografisches Anführungszeichen. Ersetze es durch ein gerades, oder lösche es.',
    ),
    email_list_number: say(
      'Setzen Sie ein Leerzeichen nach der Nummer der Liste.',
      'Setze ein Leerzeichen nach der Nummer der Liste.',
    ),
    email_before_at: say('Prüfen Sie den Teil der Adresse vor dem @.', 'Prüfe den Teil der Adresse vor dem @.'),
    email_after_at: say('Prüfen Sie den Teil der Adresse nach dem @.', 'Prüfe den Teil der Adresse nach dem @.'),
    no_address: 'In dieser Zeile steht keine E-Mail-Adresse.',
    at_sign_as_word: say('Schreiben Sie das Zeichen @ statt des Wortes.', 'Schreibe das Zeichen @ statt des Wortes.'),
    several_addresses: say(
      'Diese Zeile hat mehrere Adressen, wie eine Tabelle. Ergänzen Sie eine Kopfzeile, in der die Spalte „email“ heißt, oder lassen Sie nur eine Adresse stehen.',
      'Diese Zeile hat mehrere Adressen, wie eine Tabelle. Ergänze eine Kopfzeile, in der die Spalte „email“ heißt, oder lass nur eine Adresse stehen.',
    ),
    unclear_name: ({ text }) =>
      `${text === undefined ? 'Es ist nicht klar, was ein Name ist.' : `Es ist nicht klar, ob „${text}“ ein Name ist.`} ${say(
        'Schreiben Sie jede Person in eine eigene Zeile.',
        'Schreibe jede Person in eine eigene Zeile.',
      )}`,
    unclear_label: ({ text }) =>
      `${text === undefined ? 'Diese Adresse gehört vielleicht jemand anderem.' : `„${text}“ ist vielleicht jemand anderes.`} ${say(
        'Wenn Sie diese Person meinen, lassen Sie nur die Adresse stehen.',
        'Wenn du diese Person meinst, lass nur die Adresse stehen.',
      )}`,
    unclear_person: say(
      'Es ist nicht klar, wer gemeint ist. Lassen Sie in jeder Zelle nur eine Adresse stehen.',
      'Es ist nicht klar, wer gemeint ist. Lass in jeder Zelle nur eine Adresse stehen.',
    ),
    above_header: say(
      'Diese Zeile steht über der Kopfzeile der Tabelle. Löschen Sie sie.',
      'Diese Zeile steht über der Kopfzeile der Tabelle. Lösche sie.',
    ),
    open_quotation_mark: 'Hier beginnt ein Anführungszeichen, das nicht geschlossen wird.',
    cell_count: ({ cells = 0, columns = 0 }) =>
      cells > columns
        ? `Diese Zeile hat mehr Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). ${say(
            'Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.',
            'Setze eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.',
          )}`
        : `Diese Zeile hat weniger Zellen (${number(cells)}) als die Kopfzeile (${number(columns)}). ${say(
            'Ergänzen Sie die fehlenden Zellen.',
            'Ergänze die fehlenden Zellen.',
          )}`,
    different_columns: ({ names = [] }) =>
      `${
        names.length === 0
          ? 'Die Spalten haben verschiedene Adressen.'
          : `Die Spalten ${list(names.map((name) => `„${name}“`))} haben verschiedene Adressen.`
      } ${say(
        'Behalten Sie die Spalte mit der eigenen Adresse der Person.',
        'Behalte die Spalte mit der eigenen Adresse der Person.',
      )}`,
    several_addresses_for_id: 'Die Zeile hat mehrere Adressen für eine ID.',
    unnamed_column: say(
      'Keine Kopfzeile sagt, welche Adresse die eigene der Person ist. Nennen Sie diese Spalte „email“.',
      'Keine Kopfzeile sagt, welche Adresse die eigene der Person ist. Nenne diese Spalte „email“.',
    ),
    missing_cell: ({ names = [] }) =>
      names.length === 0 ? 'In der Zeile fehlt die Adresse.' : `In der Zeile fehlt ein Wert für ${list(names)}.`,
  },
})
