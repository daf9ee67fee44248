import type { BenefitRow } from '../storage/benefits/benefits.ts'
import { publicBenefitView } from './publicBenefitView.ts'

/** Returns a benefit as an organization sees it. */
export const benefitView = (benefit: BenefitRow) => ({
  ...publicBenefitView(benefit),
  metadata: {},
  visibility: benefit.visibility,
  properties: { note: null },
  visibility_configurable: true,
  is_tax_applicable: true,
})
