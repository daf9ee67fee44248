import { de, deInformal, en, es, extend, fr, ja, type Messages, type SeatForms } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'
import { sentencesForCount } from './catalogues.ts'

const lizenz: SeatForms = {
  one: 'Lizenz',
  other: 'Lizenzen',
  title: 'Lizenzen',
  of: 'Lizenzen',
  a: 'eine Lizenz',
  the: 'die Lizenz',
  no: 'keine Lizenz',
}

const renamedSeats: [name: string, catalogue: Messages, seat: SeatForms, defaultWord: RegExp][] = [
  ['de', de, lizenz, /pl[aä]tz/i],
  ['deInformal', deInformal, lizenz, /pl[aä]tz/i],
  [
    'en',
    en,
    {
      one: 'licence',
      other: 'licences',
      title: 'Licences',
      of: 'licences',
      a: 'a licence',
      the: 'the licence',
      no: 'no licence',
    },
    /\bseats?\b/i,
  ],
  [
    'fr',
    fr,
    {
      one: 'siège',
      other: 'sièges',
      title: 'Sièges',
      of: 'de sièges',
      a: 'un siège',
      the: 'le siège',
      no: 'de siège',
    },
    /\bplaces?\b/i,
  ],
  [
    'es',
    es,
    {
      one: 'asiento',
      other: 'asientos',
      title: 'Asientos',
      of: 'de asientos',
      a: 'un asiento',
      the: 'el asiento',
      no: 'ningún asiento',
    },
    /\bplazas?\b/i,
  ],
  [
    'ja',
    ja,
    Object.fromEntries(
      ['one', 'other', 'title', 'of', 'a', 'the', 'no'].map((form) => [form, 'ライセンス']),
    ) as unknown as SeatForms,
    /シート/,
  ],
]

describe.each(renamedSeats)('a seat with another name in %s', (_name, catalogue, seat, defaultWord) => {
  const messages = extend(catalogue, { terms: { seat } })

  test.each([0, 1, 2, 5, 21])('is nowhere called by the default word, for a count of %d', (count) => {
    expect(sentencesForCount(messages, count).filter(([, sentence]) => defaultWord.test(String(sentence)))).toEqual([])
  })

  test('changes only the sentences that contain the new name', () => {
    const before = new Map(sentencesForCount(catalogue, 3))
    const word = new RegExp(seat.one.slice(0, 5), 'i')
    for (const [path, sentence] of sentencesForCount(messages, 3)) {
      expect(word.test(String(sentence)), path).toBe(before.get(path) !== sentence)
    }
  })
})

describe('"Lizenz" in German', () => {
  const messages = extend(de, { terms: { seat: lizenz } })

  test('has its own gender, case and plural', () => {
    expect([
      messages.meter.used({ used: 1, total: 1 }),
      messages.meter.used({ used: 3, total: 5 }),
      messages.meter.full,
      messages.inviteForm.seated({ who: 'Ada' }),
      messages.inviteForm.claimAtOnce,
      messages.bulk.unseated({ count: 2 }),
      messages.row.revokeFrom({ who: 'Ada' }),
      messages.row.revoked({ who: 'Ada' }),
      messages.row.restored({ who: 'Ada' }),
      messages.row.freed,
      messages.seatCount.change,
      messages.seatCount.bought({ count: 1 }),
      messages.seatCount.reduced({ count: 4, at: '2026-12-23T12:00:00Z' }),
      messages.claimPage.title({ organization: 'Acme' }),
      messages.mySeats.none,
      messages.gate.noSeat,
      messages.errors.byCode.SeatNotAvailable,
      messages.errors.byCode.SeatOccupantChanged,
    ]).toEqual([
      '1 von 1 Lizenz vergeben',
      '3 von 5 Lizenzen vergeben',
      'Alle Lizenzen sind vergeben.',
      'Ada hat jetzt eine Lizenz.',
      'Lizenz sofort vergeben, ohne Einladung',
      'Für 2 Personen fehlten freie Lizenzen. Buchen Sie weitere Lizenzen, und fahren Sie dann fort.',
      'Ada die Lizenz entziehen',
      'Ada hat keine Lizenz mehr.',
      'Ada hat die Lizenz wieder.',
      '1 Lizenz ist wieder frei.',
      'Anzahl der Lizenzen ändern',
      'Sie haben jetzt 1 Lizenz.',
      'Ab 23. Dez. 2026 haben Sie 4 Lizenzen.',
      'Acme hat eine Lizenz für Sie',
      'Sie haben hier keine Lizenz. Wenden Sie sich an eine Person mit der Rolle „Inhaber“.',
      'Dafür benötigen Sie eine Lizenz. Wenden Sie sich an eine Person mit der Rolle „Inhaber“.',
      'Alle Lizenzen sind vergeben. Entziehen Sie eine Lizenz, oder buchen Sie weitere Lizenzen, und versuchen Sie es dann noch einmal.',
      'Jemand anderes hat jetzt die Lizenz. Die Liste ist wieder aktuell.',
    ])
  })

  test('never follows an article of another gender', () => {
    for (const [path, sentence] of sentencesForCount(messages, 3)) {
      expect(sentence, path).not.toMatch(
        /\b(?:ein|einen|einem|den|dem|das|keinen|dieser|diesen|jeder|Ihr|Ihren) Lizenz\b/,
      )
      expect(sentence, path).not.toMatch(/\b(?:1 Lizenzen|[2-9] Lizenz)\b/)
    }
  })
})
