/** The part of TanStack's mutation options that a factory sets. Its callbacks stay the caller's own. */
export interface MutationOptions<Data, Variables> {
  mutationKey: readonly unknown[]
  mutationFn: (variables: Variables) => Promise<Data>
  retry: false
  /** Sent or failed at once: a change that waits until the page is online again may meet another's seat then. */
  networkMode: 'always'
}
