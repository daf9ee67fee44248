import type { Messages, MessageTexts } from './Messages.ts'
import { createMessageTools, type MessageSettings, type MessageTools } from './MessageTools.ts'
import type { MessagesPatch } from './MessagesPatch.ts'
import { mergePatch } from './mergePatch.ts'

/** `Texts` are the sentences: those of a whole catalogue, or a part of them. */
export interface MessagesDefinition<Texts = MessageTexts> extends Pick<MessageSettings, 'locale' | 'terms'> {
  /** The text between a number and the word that follows it, for example in "5 seats". The default is a space. */
  space?: string
  /**
   * Returns the sentences. They format values with `tools`, so that a changed locale, time zone or term also changes
   * the sentences.
   */
  texts: (tools: MessageTools) => Texts
}

const definitions = new WeakMap<object, { definition: MessagesDefinition<object>; patches: MessagesPatch[] }>()

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
export const defineMessages = (definition: MessagesDefinition): Messages => defineTexts(definition)

/**
 * Returns the catalogue with the entries of a patch. Creates the sentences again, because a term, the locale or the
 * time zone may have changed.
 */
export function patchMessages<Base extends object>(base: Base, patch: MessagesPatch): Base {
  const origin = definitions.get(base)
  // A catalogue that was not made by `defineMessages` has no definition, so its sentences cannot be created again.
  if (origin === undefined) return mergePatch(base, patch)
  // The definition is that of `base`, so its texts have the type of `base`.
  return defineTexts(origin.definition, [...origin.patches, patch]) as Base
}

/** Creates a catalogue, or a part of one, with the entries of these patches. */
export function defineTexts<Texts extends object>(
  definition: MessagesDefinition<Texts>,
  patches: MessagesPatch[] = [],
): MessageSettings & Texts {
  const { locale, terms, space = ' ', texts } = definition
  const settings = patches.reduce<MessageSettings>(
    (merged, patch) => ({
      locale: patch.locale ?? merged.locale,
      timeZone: patch.timeZone ?? merged.timeZone,
      terms: { ...merged.terms, ...(patch.terms?.seat && { seat: patch.terms.seat }) },
    }),
    { locale, timeZone: undefined, terms },
  )
  const sentences = { ...settings, ...texts(createMessageTools(settings, space)) }
  const messages = patches.reduce((merged, patch) => mergePatch(merged, patch), sentences)
  definitions.set(messages, { definition, patches })
  return messages
}
