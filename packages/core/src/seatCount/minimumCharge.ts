/** For each currency: the smallest amount that can be charged to a card, in the currency's smallest unit. */
const minimumCharges: Record<string, number> = {
  aud: 70,
  brl: 250,
  cad: 70,
  chf: 50,
  czk: 1500,
  dkk: 320,
  eur: 50,
  gbp: 40,
  hkd: 400,
  huf: 17_500,
  ils: 150,
  inr: 6000,
  jpy: 80,
  krw: 800,
  mxn: 900,
  nok: 500,
  nzd: 90,
  pln: 200,
  ron: 250,
  sek: 500,
  sgd: 70,
  thb: 2000,
  try: 3000,
  usd: 50,
  zar: 900,
}

/**
 * Returns the smallest amount that is charged in a currency. Polar puts a smaller amount on the customer's balance.
 * Returns 0 for a currency whose minimum is not known here, so that an amount that may be charged is always shown.
 */
export const minimumCharge = (currency: string): number => minimumCharges[currency.toLowerCase()] ?? 0
