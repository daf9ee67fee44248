import type { Findings, Outcome } from './Outcome.ts'

/**
 * Runs the next step of a request and adds `findings` to its outcome. If the step throws, the outcome contains the
 * error. So the audit gets the findings in any case.
 */
export async function withFindings(findings: Findings, next: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await toOutcome(next)
  return { ...findings, ...outcome, audit: { ...findings.audit, ...outcome.audit } }
}

async function toOutcome(next: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await next()
  } catch (error) {
    return { error }
  }
}
