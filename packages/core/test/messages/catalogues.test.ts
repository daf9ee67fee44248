import { de, deInformal, en, es, fr, ja } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'
import { catalogues, sentencesForCount } from './catalogues.ts'

describe.each(catalogues)('the catalogue %s', (_name, catalogue) => {
  test('has the same entries as the English catalogue', () => {
    const paths = (messages: object) => sentencesForCount(messages, 1).map(([path]) => path)
    expect(paths(catalogue).toSorted()).toEqual(paths(en).toSorted())
  })

  test.each([0, 1, 2, 5, 21])('has every sentence for a count of %d', (count) => {
    for (const [path, sentence] of sentencesForCount(catalogue, count)) {
      expect(sentence, path).toBeTypeOf('string')
      expect(sentence, path).toMatch(/\S/)
      expect(sentence, path).not.toMatch(/undefined|null|NaN|[{}$]|\[object| {2}|^\s|\s$/)
    }
  })

  test.each([0, 1, 2, 5, 21])('has no number except the count %d in a sentence', (count) => {
    const groups = [catalogue.meter, catalogue.bulk, catalogue.table, catalogue.inviteForm, catalogue.common]
    for (const [path, sentence] of groups.flatMap((group) => sentencesForCount(group, count, 'x'))) {
      for (const [digits] of String(sentence).matchAll(/\d+/g)) expect(Number(digits), path).toBe(count)
    }
  })

  test('has the same values in each sentence as the English catalogue', () => {
    const shownValues = (messages: object) =>
      new Map(
        sentencesForCount(messages, 77).map(([path, sentence]) => [
          path,
          ['Ada', 'Because.', 'A problem.', 'Acme', 'Lumen', 'ada@example.com', 'Grace', 'column-2', '77'].filter(
            (value) => String(sentence).includes(value),
          ),
        ]),
      )
    const englishValues = shownValues(en)
    for (const [path, values] of shownValues(catalogue)) expect(values, path).toEqual(englishValues.get(path))
  })
})

test('in English, every count except one is plural', () => {
  expect([0, 1, 2, 21].map((total) => en.meter.ofTotal({ total }))).toEqual([
    'of 0 seats used',
    'of 1 seat used',
    'of 2 seats used',
    'of 21 seats used',
  ])
  expect(en.bulk.start({ count: 1234 })).toBe('Invite 1,234 people')
})

/** Words that are the same in English and in another language. */
const sharedWords = /^(?:Status|Name|Person|Actions|Invitations|\p{P}*)$/u

test.each(catalogues.filter(([name]) => name !== 'en'))('no sentence of %s is English', (_name, catalogue) => {
  const englishValues = new Map(sentencesForCount(en, 3))
  const sameSentences = sentencesForCount(catalogue, 3).filter(
    ([path, sentence]) => englishValues.get(path) === sentence,
  )
  const untranslatedSentences = sameSentences.filter(
    ([path, sentence]) => !sharedWords.test(String(sentence)) && !/failed$|placeholder$/.test(path),
  )
  expect(untranslatedSentences).toEqual([])
})

test('the informal German never says "Sie", and the formal German never says "du"', () => {
  for (const [path, sentence] of sentencesForCount(deInformal, 3)) {
    expect(sentence, path).not.toMatch(/\b(?:Sie|Ihr(?:e[mnrs]?)?|Ihnen)\b/)
  }
  for (const [path, sentence] of sentencesForCount(de, 3)) {
    expect(sentence, path).not.toMatch(/\b(?:du|dein(?:e[mnrs]?)?|dir|dich)\b/i)
  }
})

test('French has a no-break space before its punctuation', () => {
  for (const [path, sentence] of sentencesForCount(fr, 3)) {
    expect(sentence, path).not.toMatch(/[^\u00a0\d][:;?!»](?=\s|$)|« /)
  }
})

test('Japanese has Japanese text and no space between words', () => {
  for (const [path, sentence] of sentencesForCount(ja, 3)) {
    if (path.endsWith('placeholder') || path.endsWith('confirmTitle')) continue
    expect(sentence, path).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u)
    expect(sentence, path).not.toMatch(
      /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}] [\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u,
    )
  }
})

describe('plurals', () => {
  test.each([
    [de, ['von 0 Plätzen vergeben', 'von 1 Platz vergeben', 'von 2 Plätzen vergeben', 'von 21 Plätzen vergeben']],
    [
      fr,
      [
        'sur 0 place en cours d’utilisation',
        'sur 1 place en cours d’utilisation',
        'sur 2 places en cours d’utilisation',
        'sur 21 places en cours d’utilisation',
      ],
    ],
    [es, ['de 0 plazas en uso', 'de 1 plaza en uso', 'de 2 plazas en uso', 'de 21 plazas en uso']],
    [ja, ['／0シートを使用中', '／1シートを使用中', '／2シートを使用中', '／21シートを使用中']],
  ])('follow the rules of the language', (catalogue, texts) => {
    expect([0, 1, 2, 21].map((total) => catalogue.meter.ofTotal({ total }))).toEqual(texts)
  })
})

describe('dates and numbers', () => {
  const at = '2026-12-23T12:00:00Z'
  const now = Date.parse('2026-12-23T12:05:00Z')
  test.each([
    [de, 'Beigetreten: vor 5 Min.', 'Noch 2 Std.', 'pro Monat', 'alle 3 Monate'],
    [fr, 'Arrivée : il y a 5 min', 'Expire dans 2 h', 'par mois', 'tous les 3 mois'],
    [es, 'Alta: hace 5 min', 'Caduca en 2 h', 'cada mes', 'cada 3 meses'],
    [ja, '参加：5 分前', '残り2 時間', '毎月', '3か月ごと'],
  ])('are those of the language', (catalogue, joined, timeLeft, everyMonth, everyThreeMonths) => {
    const withPlainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(withPlainSpaces(catalogue.row.joined({ at, now }))).toBe(joined)
    expect(withPlainSpaces(catalogue.row.expiresIn({ at: '2026-12-23T14:05:00Z', now }))).toBe(timeLeft)
    expect(catalogue.seatCount.perPeriod({ interval: 'month', intervals: 1 })).toContain(everyMonth)
    expect(catalogue.seatCount.perPeriod({ interval: 'month', intervals: 3 })).toContain(everyThreeMonths)
  })

  test.each(catalogues)('a date and a price are in the sentence (%s)', (_name, catalogue) => {
    expect(catalogue.seatCount.scheduled({ count: 3, at })).toMatch(/2026/)
    expect(catalogue.seatCount.buyNext({ count: 3, amount: 123_456, currency: 'eur' })).toMatch(/1[.,\s]?234[.,]56/)
    expect(catalogue.seatCount.buyNow({ count: 3, amount: 2400, currency: 'jpy' })).not.toMatch(/[.,]00/)
  })
})
