import { parseRecipients, readTextFile } from '@seats/core/csv'
import { expect, test } from 'vitest'

const table = 'Prénom;Adresse électronique;Responsable\nAda;ada@corp.example;boss@corp.example\n'
const ada = { recipients: [{ email: 'ada@corp.example' }], problems: [] }

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian)
  return new Uint8Array(view.buffer)
}
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  ['UTF-8', utf8(table)],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${table}`)],
  ['UTF-16, little-endian', utf16(table, true)],
  ['UTF-16, little-endian, with a byte order mark', utf16(`\uFEFF${table}`, true)],
  ['UTF-16, big-endian', utf16(table, false)],
  ['UTF-16, big-endian, with a byte order mark', utf16(`\uFEFF${table}`, false)],
  ['the Windows code page', latin1(table)],
  [
    'UTF-16, as Excel saves “Unicode text”',
    utf16(`\uFEFF${table.replaceAll(';', '\t').replaceAll('\n', '\r\n')}`, true),
  ],
])('the recipients of a file in %s are read', async (_what, bytes) => {
  expect(await parseRecipients(new File([bytes], 'team.csv'))).toEqual(ada)
  expect(await parseRecipients(new Blob([bytes]))).toEqual(ada)
})

test('in an encoding other than UTF-8 and UTF-16, an address with a letter that is not ASCII is a problem', async () => {
  const file = new File([latin1('email\njosé@corp.example\nada@corp.example\n')], 'team.csv')
  const { recipients, problems } = await parseRecipients(file)
  expect(recipients).toEqual([{ email: 'ada@corp.example' }])
  expect(problems).toMatchObject([{ line: 2 }])
})

test('an empty file has no recipients', async () => {
  expect(await parseRecipients(new File([], 'empty.csv'))).toEqual({ recipients: [], problems: [] })
})

test('a UTF-16 file of one letter is read', async () => {
  expect(await readTextFile(new File([utf16('ä', true)], 'a.txt'))).toBe('ä')
})
