import { serveRenders } from '@seats/conformance/serveRenders'
import { driver } from './driver.ts'

serveRenders(driver)
