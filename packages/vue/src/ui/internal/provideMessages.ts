import type { PanelMessages } from '@seats/core/messages'
import { computed, type ComputedRef } from 'vue'
import type { CommonProps } from '../PartProps.ts'
import { provideWords } from './provideWords.ts'

/** Provides the words of a component. Returns its texts that are needed before a dialog is opened. */
export function provideMessages(props: CommonProps): ComputedRef<PanelMessages> {
  const words = provideWords(props)
  return computed(() => words.value.panel)
}
