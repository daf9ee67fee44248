import { conformance } from '@seats/conformance'
import { driver } from './driver.ts'

conformance(driver)
