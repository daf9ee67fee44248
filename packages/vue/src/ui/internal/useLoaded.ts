import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** The state of a part that is loaded when it is needed. */
export interface Loaded<Part> {
  part: ShallowRef<Part | undefined>
  hasFailed: Ref<boolean>
  retry: () => void
}

/** Loads a part as soon as `isNeeded` is true. */
export function useLoaded<Part>(isNeeded: () => boolean, load: () => Promise<Part>): Loaded<Part> {
  const part = shallowRef<Part>()
  const hasFailed = ref(false)
  watch(
    () => isNeeded() && part.value === undefined && !hasFailed.value,
    (mustLoad) => {
      if (!mustLoad) return
      load().then(
        (loaded) => (part.value = loaded),
        () => (hasFailed.value = true),
      )
    },
    { immediate: true },
  )
  return { part, hasFailed, retry: () => (hasFailed.value = false) }
}
