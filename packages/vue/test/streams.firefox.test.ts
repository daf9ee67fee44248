import { streamConformance } from '@seats/conformance'
import { driver } from './driver.ts'

streamConformance(driver)
