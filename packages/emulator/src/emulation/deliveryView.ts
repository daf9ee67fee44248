import type { Delivery as StoredDelivery } from '../storage/webhooks/deliveries.ts'

export const deliveryView = ({ id, webhook_id, type, url, attempts, status, last_code, body }: StoredDelivery) => ({
  id,
  webhook_id,
  type,
  url,
  attempts,
  status,
  last_code,
  body,
})

/** A webhook for one endpoint. */
export type Delivery = ReturnType<typeof deliveryView>
