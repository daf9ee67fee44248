import type { CustomerSeat } from '@seats/core'
import { seatsPlugin, useRevokeSeat, useSeats } from '@seats/vue'
import { QueryClient, useMutation, useQuery, useQueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createApp, defineComponent, h, type PropType } from 'vue'
import { createBenchPage, textOf } from './page.ts'

const { client, source, root, onRender } = createBenchPage()

type Revoke = (seat: CustomerSeat) => void

const Row = defineComponent({
  props: {
    seat: { type: Object as PropType<CustomerSeat>, required: true },
    revoke: { type: Function as PropType<Revoke>, required: true },
  },
  setup: (props) => () => {
    onRender(props.seat)
    return h('li', { id: props.seat.id }, [
      textOf(props.seat),
      h('button', { onClick: () => props.revoke(props.seat) }, 'Revoke'),
    ])
  },
})

const list = (seats: readonly CustomerSeat[] | undefined, revoke: Revoke) =>
  h(
    'ul',
    seats?.map((seat) => h(Row, { key: seat.id, seat, revoke })),
  )

const ByHand = defineComponent(() => {
  const queryClient = useQueryClient()
  const queryKey = ['seats', source.subscription_id]
  const { data } = useQuery({ queryKey, queryFn: () => client.listSeats(source), staleTime: 30_000 })
  const { mutate } = useMutation({
    mutationFn: (seat: CustomerSeat) => client.revokeSeat(seat.id, { occupant: seat }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
  return () => list(data.value?.seats, mutate)
})

const Ours = defineComponent(() => {
  const { data } = useSeats(source)
  const { mutate } = useRevokeSeat(source)
  return () => list(data.value?.seats, mutate)
})

/** Shows one of the two pages. The bundle's entry calls it. */
export function show(variant: 'byHand' | 'ours'): void {
  const app = createApp(variant === 'ours' ? Ours : ByHand)
  app.use(VueQueryPlugin, { queryClient: new QueryClient() })
  app.use(seatsPlugin, { client })
  app.mount(root)
}
