import { patchMessages } from '../../messages/defineMessages.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { Words } from './englishWords.ts'

/** The texts of the components, and the language and time zone of dates and numbers. */
export interface WordsOptions {
  /** A catalogue of `@seats/core/messages`. Default: that of the provider around the component, or English. */
  messages?: Messages | undefined
  /** A BCP 47 tag, for dates and numbers. Default: the locale of the catalogue. */
  locale?: string | undefined
  /**
   * An IANA name, such as `Europe/Berlin`. Default: the browser's. Set this if the page is rendered on a server, so
   * that the server and the browser show the same dates.
   */
  timeZone?: string | undefined
}

/** Returns the texts of the options, or else those of `outer`, with the locale and the time zone of the options. */
export function wordsOf({ messages, locale, timeZone }: WordsOptions, outer: Words): Words {
  const base: Words = messages ? { panel: messages, all: () => messages } : outer
  if (locale === undefined && timeZone === undefined) return base
  const patch = { locale, timeZone }
  let whole: Messages | undefined
  return { panel: patchMessages(base.panel, patch), all: (en) => (whole ??= patchMessages(base.all(en), patch)) }
}
