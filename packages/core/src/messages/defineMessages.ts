import type { Messages, MessageTexts } from './Messages.ts'
import { createMessageTools, type MessageSettings, type MessageTools } from './MessageTools.ts'
import type { MessagesPatch } from './MessagesPatch.ts'
import { mergePatch } from './mergePatch.ts'

export interface MessagesDefinition extends Pick<MessageSettings, 'locale' | 'terms'> {
  /** The text between a number and the word that follows it, for example in "5 seats". The default is a space. */
  space?: string
  /**
   * Returns the sentences. They format values with `tools`, so that a changed locale, time zone or term also changes
   * the sentences.
   */
  texts: (tools: MessageTools) => MessageTexts
}

const definitions = new WeakMap<Messages, { definition: MessagesDefinition; patches: MessagesPatch[] }>()

/**
 * Creates a catalogue for a language that Seats does not have.
 *
 * @example
 * ```ts
 * import { defineMessages, type MessagesDefinition } from '@seats/core/messages'
 *
 * export const defineDutch = (texts: MessagesDefinition['texts']) =>
 *   defineMessages({
 *     locale: 'nl',
 *     terms: {
 *       seat: {
 *         one: 'plaats', other: 'plaatsen', title: 'Plaatsen', of: 'plaatsen',
 *         a: 'een plaats', the: 'de plaats', no: 'geen plaats',
 *       },
 *     },
 *     texts,
 *   })
 * ```
 */
export const defineMessages = (definition: MessagesDefinition): Messages => buildMessages(definition, [])

/**
 * Returns the catalogue with the entries of a patch. Creates the sentences again, because a term, the locale or the
 * time zone may have changed.
 */
export function patchMessages(base: Messages, patch: MessagesPatch): Messages {
  const origin = definitions.get(base)
  // A catalogue that was not made by `defineMessages` has no definition, so its sentences cannot be created again.
  return origin === undefined ? merge(base, patch) : buildMessages(origin.definition, [...origin.patches, patch])
}

function buildMessages(definition: MessagesDefinition, patches: MessagesPatch[]): Messages {
  const { locale, terms, space = ' ', texts } = definition
  const settings = patches.reduce<MessageSettings>(
    (merged, patch) => ({
      locale: patch.locale ?? merged.locale,
      timeZone: patch.timeZone ?? merged.timeZone,
      terms: { ...merged.terms, ...(patch.terms?.seat && { seat: patch.terms.seat }) },
    }),
    { locale, timeZone: undefined, terms },
  )
  const sentences: Messages = { ...settings, ...texts(createMessageTools(settings, space)) }
  const messages = patches.reduce<Messages>((merged, patch) => merge(merged, patch), sentences)
  definitions.set(messages, { definition, patches })
  return messages
}

/** The cast is safe, because an entry of a patch has the type of the entry that it replaces. */
const merge = (messages: Messages, patch: MessagesPatch) => mergePatch({ ...messages }, patch) as unknown as Messages
