import type { InjectionKey, Ref } from 'vue'

/** The address that is typed for a new member. `MembersButton` keeps it when its dialog is closed. */
export const memberDraftKey: InjectionKey<Ref<string>> = Symbol('seats member draft')
