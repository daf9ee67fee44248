import type { SeatsStore } from '../store/SeatsStore.ts'
import { expectSame, expectSoon } from './expectations.ts'
import type { StoreTests } from './StoreTest.ts'

type Fields = Record<string, readonly [version: string, value: string]>

const merge = (store: SeatsStore, key: string, fields: Fields, seconds = 60) => {
  const entries = Object.entries(fields).map(([name, [version, value]]) => [name, { version, value }])
  return store.mergeFields(key, Object.fromEntries(entries), { seconds })
}

export const recordTests: StoreTests = {
  async 'the newest version of each field of a record stays, whatever the order of the writes'({ store, other, key }) {
    const a = key('a')
    expectSame(await store.readFields(a, ['x', 'constructor']), [null, null], 'readFields() of no record')
    await merge(store, a, { x: ['2', 'new x'], y: ['1', 'old y'], 'z z': ['', ' blanks\n and 2 lines\n'] })
    await merge(other, a, { x: ['1', 'old x'], y: ['1', 'y'], ü: ['2026-11-27T10:00:00.000Z', ''] })
    expectSame(
      await store.readFields(a, ['y', 'x', 'z z', 'w', 'ü', 'x', 'constructor']),
      ['y', 'new x', ' blanks\n and 2 lines\n', null, '', 'new x', null],
      'readFields() after two mergeFields()',
    )
    expectSame(await store.readFields(a, []), [], 'readFields() without names')
    await merge(store, a, {})
    await merge(store, a, { x: ['10', 'older, because versions are text'] })
    expectSame(await other.readFields(a, ['x']), ['new x'], 'readFields() after mergeFields() of version 10 over 2')
  },

  async 'after simultaneous writes to one record, each field has its newest version'({ store, other, key }) {
    const many = Array.from({ length: 1_100 }, (_, index) => [`f${index}`, [String(index % 2), 'many']] as const)
    await Promise.all([
      merge(store, key('a'), Object.fromEntries(many)),
      merge(other, key('a'), { f0: ['1', 'newer'], f1: ['0', 'older'], f1099: ['2', 'newest'] }),
    ])
    const fields = await store.readFields(key('a'), ['f0', 'f1', 'f1098', 'f1099'])
    expectSame(fields, ['newer', 'many', 'many', 'newest'], 'readFields() after two mergeFields() at the same time')
  },

  async 'a deleted record is gone, and so are the versions of its fields'({ store, other, key }) {
    await merge(store, key('a'), { x: ['2', 'x'] })
    await other.delete(key('a'))
    expectSame(await store.readFields(key('a'), ['x']), [null], 'readFields() after delete()')
    await merge(other, key('a'), { x: ['1', 'again'] })
    expectSame(await store.readFields(key('a'), ['x', 'y']), ['again', null], 'readFields() after a new mergeFields()')
  },

  async 'records expire after their last write'({ store, key }) {
    await merge(store, key('expiring'), { x: ['1', 'x'] }, 2)
    await merge(store, key('renewed'), { x: ['1', 'x'] }, 2)
    await merge(store, key('renewed'), { y: ['1', 'y'] }, 60)
    await expectSoon(
      () => store.readFields(key('expiring'), ['x']),
      [null],
      'readFields() of a record kept for 2 seconds',
    )
    expectSame(await store.readFields(key('renewed'), ['x', 'y']), ['x', 'y'], 'readFields() of a record written again')
  },
}
