import { conformance } from '@seats/conformance'
import { strictDriver } from './driver.ts'

conformance(strictDriver)
