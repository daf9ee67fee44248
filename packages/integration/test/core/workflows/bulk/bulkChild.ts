// A separate process that assigns seats. One test kills it halfway. Another test gives it a report to resume.
import { readFileSync } from 'node:fs'
import { createSeatsClient, type AssignSeatsParams } from '@seats/core'
import { assignUntilComplete } from '../../team.ts'

const { baseURL, params }: { baseURL: string; params: AssignSeatsParams } = JSON.parse(readFileSync(0, 'utf8'))
const client = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL,
  timeout: 500,
  retry: { minDelay: 1, maxDelay: 10 },
  ratePerMinute: Infinity,
})
process.stdout.write(JSON.stringify(await assignUntilComplete(client, params)))
