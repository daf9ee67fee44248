/**
 * What signs a webhook: for secrets made since September 2026 (`whsec_…`) the bytes that the rest stands for in base64,
 * for older ones (`polar_whs_…`) and any other text the bytes of the whole.
 */
export const webhookKey = (secret: string): Uint8Array =>
  Buffer.from(
    secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : secret,
    secret.startsWith('whsec_') ? 'base64' : 'utf8',
  )
