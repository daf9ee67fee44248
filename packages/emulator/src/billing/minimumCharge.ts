const defaultMinimum = 50

/**
 * For each currency whose smallest charge is not `defaultMinimum`: the smallest charge that cards accept, in the
 * currency's smallest unit.
 */
// prettier-ignore
const minimums: Readonly<Record<string, number>> = {
  aed: 200, all: 5000, amd: 20_000, aoa: 50_000, ars: 75_000, aud: 70, awg: 100, azn: 100, bam: 100, bbd: 200, bdt: 7000,
  bif: 2000, bmd: 100, bnd: 100, bob: 500, brl: 250, bsd: 100, bwp: 1000, bzd: 200, cad: 70, cdf: 200_000, clp: 500,
  cny: 500, cop: 200_000, crc: 30_000, cve: 5000, czk: 1500, djf: 100, dkk: 320, dop: 4000, dzd: 7000, egp: 3000, etb: 8000,
  fjd: 200, fkp: 100, gbp: 40, gel: 200, gip: 100, gmd: 4000, gnf: 5000, gtq: 500, gyd: 20_000, hkd: 400, hnl: 2000,
  htg: 7000, huf: 17_500, idr: 900_000, ils: 150, inr: 6000, isk: 7000, jmd: 8000, jpy: 80, kes: 7000, kgs: 5000,
  khr: 300_000, kmf: 500, krw: 800, kyd: 100, kzt: 30_000, lak: 2_000_000, lkr: 20_000, lrd: 10_000, lsl: 1000, mad: 500,
  mdl: 1000, mga: 3000, mkd: 5000, mnt: 200_000, mop: 500, mur: 5000, mvr: 800, mwk: 100_000, mxn: 900, myr: 200,
  mzn: 5000, nad: 1000, ngn: 70_000, nio: 2000, nok: 500, npr: 8000, nzd: 90, pab: 100, pen: 200, pgk: 300, php: 3500,
  pkr: 20_000, pln: 200, pyg: 4000, qar: 200, ron: 250, rsd: 6000, rwf: 1000, sar: 200, sbd: 400, scr: 800, sek: 500,
  sgd: 70, shp: 100, sos: 50_000, srd: 2000, szl: 1000, thb: 2000, tjs: 500, top: 200, try: 3000, ttd: 400, twd: 2000,
  tzs: 200_000, uah: 3000, ugx: 200_000, uyu: 2000, uzs: 700_000, vnd: 20_000, vuv: 100, wst: 200, xaf: 500, xcd: 200,
  xcg: 100, xof: 500, xpf: 100, yer: 20_000, zar: 900, zmw: 1000,
}

/** Returns the smallest charge that cards accept in a currency, in the currency's smallest unit. */
export const minimumCharge = (currency: string): number => minimums[currency] ?? defaultMinimum
