import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSnapshotList } from '../../../src/workflows/run/createSnapshotList.ts'

const start = ['a', 'b', 'c']
const change = fc.record({ index: fc.nat(2), item: fc.string() })

test('each snapshot has the list as it was when the snapshot was taken, whenever the snapshot is read', () => {
  fc.assert(
    fc.property(fc.array(change), fc.boolean(), (changes, isReversed) => {
      const list = createSnapshotList(start)
      const expected = [[...start]]
      const snapshots = [list.snapshot()]
      for (const { index, item } of changes) {
        list.set(index, item)
        expected.push([...list.items])
        snapshots.push(list.snapshot())
      }
      const order = [...snapshots.entries()]
      for (const [position, snapshot] of isReversed ? order.toReversed() : order) {
        expect(snapshot()).toEqual(expected[position])
      }
    }),
  )
})

test('a snapshot is a copy, and the array that the list was created from does not change', () => {
  const list = createSnapshotList(start)
  list.snapshot()().push('more')
  list.set(0, 'changed')
  expect(list.items).toEqual(['changed', 'b', 'c'])
  expect(start).toEqual(['a', 'b', 'c'])
})
