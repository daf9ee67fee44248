import { demoApi } from './demoApi.ts'

/** In a product this leads to Polar's checkout; here the emulator's subscription is made larger by five. */
export const buySeats = (): Promise<unknown> => demoApi('/subscription', {})
