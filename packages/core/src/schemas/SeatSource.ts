/** The purchase that the seats belong to: either a subscription or an order. Ids are UUIDs. */
export type SeatSource =
  | { subscription_id: string; order_id?: undefined }
  | { order_id: string; subscription_id?: undefined }
