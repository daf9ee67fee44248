import { createSeatRecovery, createSeatsMirror, memoryStore, type RecoveryMemory } from '@seats/server'
import { expect, test } from 'vitest'
import { startLapsingTeam } from '../startLapsingTeam.ts'
import { createRecoveryMemory } from '../createRecoveryMemory.ts'
import { createMirrorTable } from '../createMirrorTable.ts'

async function startRecovery() {
  const team = await startLapsingTeam()
  const { memory, notes } = createRecoveryMemory()
  const client = team.createClient()
  const recovery = createSeatRecovery({ client, memory, store: memoryStore() })
  await recovery.sweep([team.source])
  return { ...team, memory, notes, client, recovery }
}

/** Returns the result of a function, or the error that it throws. */
const resultOf = async (work: () => unknown) => {
  try {
    return await work()
  } catch (error) {
    return error
  }
}
/** Passes a value that the types do not allow, as a caller without types can. */
const untyped = <T>(value: unknown) => value as T

test('wrong options are refused when a recovery or a mirror is created', async () => {
  const { client, memory } = await startRecovery()
  const valid = { client, memory, store: memoryStore() }
  const wrongOptions: [string, object | undefined][] = [
    ['no options', undefined],
    ['no client', { ...valid, client: undefined }],
    ['no memory', { ...valid, memory: undefined }],
    ['null as memory', { ...valid, memory: null }],
    ['a memory without keys', { ...valid, memory: { ...memory, keys: undefined } }],
    ['an unknown mode', { ...valid, mode: 'auto', include: () => true }],
    ['an include that is not a function', { ...valid, include: true }],
  ]
  for (const [name, options] of wrongOptions) {
    const outcome = await resultOf(() => createSeatRecovery(untyped(options)))
    expect(outcome, name).toMatchObject({ code: 'ConfigurationError' })
  }
  const { table } = createMirrorTable()
  const wrongMirrors: [string, object | undefined][] = [
    ['no options', undefined],
    ['no client', { table }],
    ['no table', { client }],
    ['a table without findSource', { client, table: { ...table, findSource: undefined } }],
  ]
  for (const [name, options] of wrongMirrors) {
    const outcome = await resultOf(() => createSeatsMirror(untyped(options)))
    expect(outcome, name).toMatchObject({ code: 'ConfigurationError' })
  }
})

test('an invalid source is refused, and a sweep still does the others', async () => {
  const { recovery, client, source, memory, calls } = await startRecovery()
  calls.length = 0
  for (const invalidValue of [
    undefined,
    null,
    '',
    source.subscription_id,
    {},
    { subscription_id: 'x' },
    { order_id: 7 },
  ]) {
    const invalidSource = untyped<typeof source>(invalidValue)
    const name = JSON.stringify(invalidValue) ?? 'undefined'
    const plan = untyped<never>({ id: 'x', source })
    const outcomes = [
      await resultOf(() => recovery.plan(invalidSource)),
      await resultOf(() => recovery.restore(invalidSource, { plan })),
      await resultOf(() => recovery.forget(invalidSource, { email: 'p0@example.com' })),
    ]
    expect(outcomes, name).toMatchObject(Array.from({ length: 3 }, () => ({ code: 'RequestValidationError' })))
    expect(calls, name).toEqual([])
    const sweepReport = await recovery.sweep([invalidSource, source])
    expect(sweepReport, name).toMatchObject({ checked: 2, failed: [{ error: { code: 'RequestValidationError' } }] })
    const mirror = createSeatsMirror({ client, table: createMirrorTable().table })
    const report = await mirror.reconcile([invalidSource, source])
    expect(report, name).toMatchObject({ checked: 2, failed: [{ error: { code: 'RequestValidationError' } }] })
    calls.length = 0
  }
  expect(await memory.keys('seat/')).not.toEqual([])
})

test('`restore` and `forget` refuse invalid input, and forget nobody', async () => {
  const { recovery, source, notes } = await startRecovery()
  const noteCount = notes.size
  for (const wrongOptions of [undefined, null, {}, { plan: null }, { plan: {} }, { plan: 'x' }]) {
    expect(await resultOf(() => recovery.restore(source, untyped(wrongOptions)))).toMatchObject({
      code: 'RequestValidationError',
    })
  }
  const plan = await recovery.plan(source)
  expect(await resultOf(() => recovery.restore(source, { plan, only: untyped('p0') }))).toMatchObject({
    code: 'RequestValidationError',
  })
  for (const wrongOptions of [undefined, null, 'p0@example.com', {}, { email: null }, { external_member_id: null }]) {
    expect(await resultOf(() => recovery.forget(source, untyped(wrongOptions)))).toMatchObject({
      code: 'RequestValidationError',
    })
  }
  expect(notes.size).toBe(noteCount)
})

test('a memory may answer undefined instead of null, and any other wrong answer causes a clear error', async () => {
  const { client, source, memory } = await startRecovery()
  const create = (get: unknown) =>
    createSeatRecovery({ client, memory: { ...memory, get: get as RecoveryMemory['get'] }, store: memoryStore() })
  const undefinedForNull = create(async (key: string) => (await memory.get(key)) ?? undefined)
  expect((await undefinedForNull.plan(source)).people).toEqual([])
  const recoveryWithParsedNotes = create(async (key: string) => {
    const value = await memory.get(key)
    return value === null ? null : JSON.parse(value)
  })
  expect(await resultOf(() => recoveryWithParsedNotes.plan(source))).toMatchObject({ code: 'ConfigurationError' })
})
