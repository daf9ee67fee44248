// FreeSeats.test.ts
// @vitest-environment jsdom
import { startEmulator } from '@seats/emulator'
import { createSeatsClient, seatsPlugin, useAssignSeat, useSeats, type SeatSource } from '@seats/vue'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { cleanup, render, screen } from '@testing-library/vue'
import { afterEach, expect, test } from 'vitest'
import { defineComponent, h, type PropType } from 'vue'

const FreeSeats = defineComponent({
  props: { source: { type: Object as PropType<SeatSource>, required: true } },
  setup(props) {
    const { data: roster } = useSeats(() => props.source)
    const { mutate } = useAssignSeat(() => props.source)
    const invite = () => mutate({ email: 'bob@example.com' })
    return () =>
      roster.value ? h('button', { onClick: invite }, `${roster.value.available_seats} free`) : 'One moment…'
  },
})

afterEach(cleanup)

test('the button invites Bob', async () => {
  const emulator = await startEmulator()
  const client = createSeatsClient({
    sessionToken: emulator.session('acme/jane'),
    baseURL: emulator.url,
    fetch: emulator.fetch,
  })
  render(FreeSeats, {
    props: { source: { subscription_id: emulator.ref('acme/sub') } },
    global: { plugins: [VueQueryPlugin, [seatsPlugin, { client }]] },
  })
  const button = await screen.findByRole('button', { name: '10 free' })
  button.click()
  await screen.findByRole('button', { name: '9 free' })
  await expect.poll(() => emulator.outbox('bob@example.com')).toHaveLength(1)
  await emulator.close()
})
