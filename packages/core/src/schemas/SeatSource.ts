/** What the seats were bought with: exactly one of a subscription and an order. Ids are UUIDs. */
export type SeatSource =
  | { subscription_id: string; order_id?: undefined }
  | { order_id: string; subscription_id?: undefined }
