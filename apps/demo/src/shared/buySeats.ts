import { demoApi } from './demoApi.ts'

/** Adds five seats to the emulator's subscription. A real product would open Polar's checkout. */
export const buySeats = (): Promise<unknown> => demoApi('/subscription', {})
