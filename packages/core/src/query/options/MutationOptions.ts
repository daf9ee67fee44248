/** The fields of TanStack's mutation options that this package sets. The caller can add others, such as callbacks. */
export interface MutationOptions<Data, Variables> {
  mutationKey: readonly unknown[]
  mutationFn: (variables: Variables) => Promise<Data>
  retry: false
  /**
   * `always`: a change is tried at once, even offline, where it fails. If the change waited until the page is online,
   * the seat could have another occupant by then.
   */
  networkMode: 'always'
}
