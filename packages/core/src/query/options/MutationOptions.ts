/** The part of TanStack's mutation options that a factory sets. The callbacks are the caller's. */
export interface MutationOptions<Data, Variables> {
  mutationKey: readonly unknown[]
  mutationFn: (variables: Variables) => Promise<Data>
  retry: false
  /** A change is sent now or fails now. If it waited until the page is online, the seat could be somebody else's. */
  networkMode: 'always'
}
