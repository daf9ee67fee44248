import { patchMessages } from './defineMessages.ts'
import type { Messages } from './Messages.ts'
import type { MessagesPatch } from './MessagesPatch.ts'

/**
 * Returns a catalogue with some sentences of your own. Every other sentence comes from `base`. A changed `locale`,
 * `timeZone` or term changes each sentence of `base` that uses it.
 *
 * @example
 * ```ts
 * import { en, extend } from '@seats/core/messages'
 *
 * export const messages = extend(en, {
 *   locale: 'en-GB',
 *   timeZone: 'Europe/London',
 *   inviteForm: { submit: 'Send invitation' },
 *   terms: {
 *     seat: {
 *       one: 'licence', other: 'licences', title: 'Licences', of: 'licences',
 *       a: 'a licence', the: 'the licence', no: 'no licence',
 *     },
 *   },
 * })
 * console.log(messages.meter.used({ used: 3, total: 5 }))
 * ```
 */
export const extend = (base: Messages, patch: MessagesPatch): Messages => patchMessages(base, patch)
