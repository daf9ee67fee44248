import { formatTime } from './formatTime.ts'

/** Returns a time as the real server writes it. Returns null for null. */
export const formatTimeOrNull = (microseconds: number | null): string | null =>
  microseconds === null ? null : formatTime(microseconds)
