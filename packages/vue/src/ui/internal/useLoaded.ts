import { computed, ref, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

/** A part of a page whose code is loaded when it is needed. */
export interface Loaded<Part> {
  part: ShallowRef<Part | undefined>
  /** True if the code is needed and could not be loaded. */
  hasFailed: ComputedRef<boolean>
  retry: () => void
}

/** Loads the code of a part as soon as `isNeeded` is true. */
export function useLoaded<Part>(isNeeded: () => boolean, load: () => Promise<Part>): Loaded<Part> {
  const part = shallowRef<Part>()
  const failed = ref(false)
  watch(
    () => isNeeded() && part.value === undefined && !failed.value,
    (mustLoad) => {
      if (!mustLoad) return
      load().then(
        (loaded) => (part.value = loaded),
        () => (failed.value = true),
      )
    },
    { immediate: true },
  )
  return { part, hasFailed: computed(() => failed.value && isNeeded()), retry: () => (failed.value = false) }
}
