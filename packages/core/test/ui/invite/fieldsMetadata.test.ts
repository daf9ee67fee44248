import { fieldsMetadata } from '@seats/core/ui'
import { expect, test } from 'vitest'

test('the values of a form are the metadata, without files and empty fields', () => {
  const data = new FormData()
  data.set('team', 'Design')
  data.set('floor', '')
  data.set('photo', new Blob(['x']))
  expect(fieldsMetadata(data)).toEqual({ team: 'Design' })
})

test('a form without a value has no metadata', () => {
  expect(fieldsMetadata(new FormData())).toBeUndefined()
})

test('a name with several values has a list of values', () => {
  const data = new FormData()
  for (const value of ['Design', '', 'Sales']) data.append('team', value)
  data.append('floor', '2')
  expect(fieldsMetadata(data)).toEqual({ team: ['Design', 'Sales'], floor: '2' })
})
