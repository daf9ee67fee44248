import { PythonNumber } from '../json/PythonNumber.ts'
import { Failure, type Check } from './Failure.ts'

const listed = (values: readonly string[]) =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** Returns a check that a value is in an enumeration. */
export function oneOf<Choice extends string>(...choices: readonly Choice[]): Check<Choice> {
  const expected = listed(choices.map((choice) => `'${choice}'`))
  return (input) =>
    choices.find((choice) => choice === input) ??
    new Failure('enum', `Input should be ${expected}`, input, { expected })
}

/** Returns a check that a value is one of some members of an enumeration. The message shows members as Python does. */
export function oneOfMembers<Choice extends string>(enumeration: string, ...choices: readonly Choice[]): Check<Choice> {
  const expected = listed(choices.map((choice) => `<${enumeration}.${choice}: '${choice}'>`))
  return (input) =>
    choices.find((choice) => choice === input) ??
    new Failure('literal_error', `Input should be ${expected}`, input, { expected })
}

/** Returns a check that a value is one of some literal texts. */
export function literalOf<Choice extends string>(...choices: readonly Choice[]): Check<Choice> {
  const expected = listed(choices.map((choice) => `'${choice}'`))
  return (input) =>
    choices.find((choice) => choice === input) ??
    new Failure('literal_error', `Input should be ${expected}`, input, { expected })
}

/** Accepts only `true` and `1`, because in Python 1 equals True. */
export const literalTrue: Check<true> = (input) =>
  input === true ||
  (input instanceof PythonNumber ? input.value : input) === 1 ||
  new Failure('literal_error', 'Input should be True', input, { expected: 'True' })

/** Accepts only null. */
export const none: Check<null> = (input) =>
  input === null ? null : new Failure('none_required', 'Input should be None', input)
