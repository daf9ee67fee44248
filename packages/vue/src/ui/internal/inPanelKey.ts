import type { InjectionKey } from 'vue'

/** True inside of `TeamPanel`, which says for all its parts that the roster is loading or could not be read. */
export const inPanelKey: InjectionKey<boolean> = Symbol('seats panel')
