import { en } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'
import { catalogues, sentences } from './catalogues.ts'

describe.each(catalogues)('the catalogue %s', (_name, catalogue) => {
  test('has the entries of the English one, and no other', () => {
    const paths = (messages: object) => sentences(messages, 1).map(([path]) => path)
    expect(paths(catalogue).toSorted()).toEqual(paths(en).toSorted())
  })

  test.each([0, 1, 2, 5, 21])('says every sentence for a count of %d', (count) => {
    for (const [path, sentence] of sentences(catalogue, count)) {
      expect(sentence, path).toBeTypeOf('string')
      expect(sentence, path).toMatch(/\S/)
      expect(sentence, path).not.toMatch(/undefined|null|NaN|[{}$]|\[object| {2}|^\s|\s$/)
    }
  })

  test.each([0, 1, 2, 5, 21])('has no number in a sentence but the count %d', (count) => {
    const groups = [catalogue.meter, catalogue.bulk, catalogue.table, catalogue.inviteForm, catalogue.common]
    for (const [path, sentence] of groups.flatMap((group) => sentences(group, count, 'x'))) {
      for (const [digits] of String(sentence).matchAll(/\d+/g)) expect(Number(digits), path).toBe(count)
    }
  })

  test('shows the same values in each sentence as the English one', () => {
    const shown = (messages: object) =>
      new Map(
        sentences(messages, 77).map(([path, sentence]) => [
          path,
          ['Ada', 'Because.', 'A problem.', 'Acme', 'Lumen', 'ada@example.com', 'Grace', 'e-mail', '77'].filter(
            (value) => String(sentence).includes(value),
          ),
        ]),
      )
    const english = shown(en)
    for (const [path, values] of shown(catalogue)) expect(values, path).toEqual(english.get(path))
  })
})

test('a count is plural in English but for one', () => {
  expect([0, 1, 2, 21].map((total) => en.meter.ofTotal({ total }))).toEqual([
    'of 0 seats used',
    'of 1 seat used',
    'of 2 seats used',
    'of 21 seats used',
  ])
  expect(en.bulk.start({ count: 1234 })).toBe('Invite 1,234 people')
})
