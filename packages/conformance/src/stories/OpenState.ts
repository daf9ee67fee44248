import type { SeatsClient } from '@seats/core'
import type { commonUiNames } from '../names.ts'
import type { screenOf } from '../screenOf.ts'
import type { View } from '../View.ts'

export interface StatePage {
  client: SeatsClient
  /** The name of the component. */
  part: (typeof commonUiNames)[number]
  props: Record<string, unknown>
  /** The contents of the component's slots, by the names that the slots have in Vue. */
  slots?: Record<string, (values: never) => View>
  /** The text inside of the component. */
  content?: string
}

/** Opens a page with one component. */
export type OpenState = (page: StatePage) => ReturnType<typeof screenOf> & {
  element: HTMLElement
  unmount: () => void
  findProblems: (state: string) => Promise<string[]>
}
