import type { BenefitRow } from '../storage/benefits/benefits.ts'
import { publicBenefitView } from './publicBenefitView.ts'

/** Returns a benefit as an organization sees it. */
export const benefitView = (benefit: BenefitRow) => ({
  ...publicBenefitView(benefit),
  metadata: {},
  visibility: benefit.visibility,
  visibility_configurable: true,
  properties: { note: null },
  is_tax_applicable: true,
})
