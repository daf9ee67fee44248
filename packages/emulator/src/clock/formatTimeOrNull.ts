import { formatTime } from './formatTime.ts'

/** Returns a time as the real server writes it, or null if there is none. */
export const formatTimeOrNull = (microseconds: number | null): string | null =>
  microseconds === null ? null : formatTime(microseconds)
