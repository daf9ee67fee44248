import { useSyncExternalStore } from 'react'
import { online } from '../shared/online.ts'

/** Whether the browser has a network at all. */
export const useOnline = (): boolean => useSyncExternalStore(online.subscribe, online.now)
