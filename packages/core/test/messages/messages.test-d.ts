import {
  defineMessages,
  en,
  extend,
  type Messages,
  type MessagesDefinition,
  type MessageTexts,
  type Terms,
} from '@seats/core/messages'
import { expectTypeOf, test } from 'vitest'

test('a catalogue that lacks an entry does not compile', () => {
  const terms: Terms = en.terms
  type TextsWithoutFull = Omit<MessageTexts, 'meter'> & { meter: Omit<MessageTexts['meter'], 'full'> }
  expectTypeOf<() => TextsWithoutFull>().not.toExtend<MessagesDefinition['texts']>()
  expectTypeOf<() => Omit<MessageTexts, 'gate'>>().not.toExtend<MessagesDefinition['texts']>()
  const { full: _, ...meter } = en.meter
  // @ts-expect-error `full` is missing.
  defineMessages({ locale: 'nl', terms, texts: () => ({ ...en, meter }) })
  defineMessages({ locale: 'nl', terms, texts: () => en })
})

test('an entry that does not exist does not compile', () => {
  expectTypeOf(extend).parameter(1).not.toExtend<{ metre?: unknown }>()
  // @ts-expect-error There is no such group.
  extend(en, { metre: { full: 'Full' } })
  // @ts-expect-error There is no such entry.
  extend(en, { meter: { fulll: 'Full' } })
  // @ts-expect-error There is no such code.
  extend(en, { errors: { byCode: { SeatNotAvailible: 'Full' } } })
})

test('an entry keeps its kind and its values', () => {
  extend(en, { meter: { full: 'Full', used: ({ used, total }) => `${used}/${total}` } })
  // @ts-expect-error A string is not a function.
  extend(en, { meter: { full: () => 'Full' } })
  // @ts-expect-error This sentence has no value `free`.
  extend(en, { meter: { used: ({ free }) => `${free}` } })
  // @ts-expect-error A value is missing.
  en.meter.used({ used: 3 })
  expectTypeOf(en.meter.used).parameter(0).toEqualTypeOf<{ used: number; total: number }>()
})

test('a renamed seat needs all of its forms', () => {
  // @ts-expect-error The other forms are missing.
  extend(en, { terms: { seat: { one: 'licence', other: 'licences' } } })
  expectTypeOf(extend(en, {})).toEqualTypeOf<Messages>()
})
