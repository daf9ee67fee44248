import { useSyncExternalStore } from 'react'
import { clock } from '../shared/clock.ts'

/** The backend's time, to the second. */
export const useNow = (): number => useSyncExternalStore(clock.subscribe, clock.second)
