import { formatTime } from '../clock/formatTime.ts'
import type { BenefitRow } from '../storage/benefits/benefits.ts'

/** Returns a benefit as customers see it. */
export const publicBenefitView = (benefit: BenefitRow) => ({
  id: benefit.id,
  created_at: formatTime(benefit.created_at),
  modified_at: null,
  type: 'custom',
  description: benefit.description,
  selectable: true,
  deletable: true,
  is_deleted: false,
  organization_id: benefit.organization_id,
})
