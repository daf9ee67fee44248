import {
  assignSeats,
  isSeatsError,
  type AssignSeatsParams,
  type AssignSeatsReport,
  type SeatsClient,
} from '@seats/core'
import type { Emulator, Fault, Seed } from '@seats/emulator'

/** Returns `size` people. */
export const createPeople = (size: number): { email: string }[] =>
  Array.from({ length: size }, (_, index) => ({ email: `p${index}@example.com` }))

export const seedWithSeats = (seats: number): Seed => ({
  organizations: [
    {
      slug: 'acme',
      tokens: [
        { token: 'polar_oat_acme', scopes: ['customer_seats:read', 'customer_seats:write', 'customer_sessions:write'] },
      ],
      products: [{ ref: 'team' }],
      customers: [{ ref: 'jane', email: 'jane@example.com' }],
      subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats }],
    },
  ],
})

/**
 * Injects failures of eight kinds, so that one call in five fails. The client's `timeout` must be less than `latencyMs`,
 * so that a delayed answer counts as a failure.
 */
export function injectFaults(emulator: Emulator, latencyMs: number): void {
  const faults: Fault['fault'][] = [
    { kind: 'drop_before' },
    { kind: 'drop_after' },
    { kind: 'status', status: 429 },
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503, body: '<h1>Down</h1>' },
    { kind: 'garbage' },
    { kind: 'latency', ms: latencyMs },
  ]
  // Each probability applies only to calls that no earlier fault has hit. Together the faults hit 20% of the calls.
  for (const [index, fault] of faults.entries()) {
    const probability = 0.025 / (1 - 0.025 * index)
    emulator.inject({ fault, probability, seed: 7919 * (index + 1), match: { path: '/v1/customer-seats' } })
  }
}

/**
 * Starts a job, and resumes it until it is complete. A failed start, or eight lost answers in a row, can end a run
 * early.
 */
export async function assignUntilComplete(client: SeatsClient, params: AssignSeatsParams): Promise<AssignSeatsReport> {
  let resume = params.resume
  for (let run = 1; run < 10; run++) {
    const report = await assignSeats(client, { ...params, resume }).catch((error: unknown) => {
      if (!isSeatsError(error) || error.operation !== 'listSeats') throw error
    })
    if (report?.complete) return report
    resume = report ?? resume
  }
  throw new Error('The job is still not complete.')
}
