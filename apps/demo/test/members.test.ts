import { describe, expect, test } from 'vitest'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel } from './support/findPanel.ts'
import { signInAs } from './support/signInAs.ts'

describe.each(frameworks)('members in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test('are added, promoted and removed by the owner, and the roster follows', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { button, row, meter } = findPanel(page, framework)
    await expect(row('Noah Fischer')).toAppear()
    await button('Members').click()
    const dialog = page.getByRole('dialog', { name: 'Members' })
    const message = dialog.getByRole('status')
    const item = (person: string) => dialog.getByRole('listitem').filter({ hasText: person })
    await expect(item('Jane Okafor').getByText('Owner')).toAppear()
    expect(await item('Jane Okafor').getByRole('button').count()).toBe(0)

    await dialog.getByLabel('Add a member by email').fill('ada@fernhill.example')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(message.getByText('ada@fernhill.example is a member now, without a seat.')).toAppear()
    await expect(item('ada@fernhill.example')).toAppear()
    expect(demo.emulator.outbox('ada@fernhill.example')).toEqual([])
    await dialog.getByLabel('Add a member by email').fill('ADA@fernhill.example')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(message.getByText('ada@fernhill.example is a member already.')).toAppear()
    await dialog.getByLabel('Add a member by email').fill('nobody')
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(dialog.getByText('This is not an email address.')).toAppear()

    await dialog.getByLabel('Role of Noah Fischer').selectOption('Billing manager')
    await expect(message.getByText('Noah Fischer is a billing manager now.')).toAppear()
    // A click is ignored while the rows move and just after the question appears, but a key is not.
    await dialog.getByRole('button', { name: 'Remove Noah Fischer' }).press('Enter')
    const question = dialog.getByRole('group', { name: 'Remove Noah Fischer? This takes their seats too' })
    const keep = question.getByRole('button', { name: 'Keep' })
    expect(await keep.evaluate((element) => element === document.activeElement)).toBe(true)
    await keep.press('Enter')
    await expect(question).toDisappear()
    await expect(row('Noah Fischer')).toAppear()
    await dialog.getByRole('button', { name: 'Remove Noah Fischer' }).press('Enter')
    await question.getByRole('button', { name: 'Remove Noah Fischer' }).press('Enter')
    await expect(message.getByText('Noah Fischer is no longer a member, and has no seat.')).toAppear()
    await expect(item('Noah Fischer')).toDisappear()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(row('Noah Fischer')).toDisappear()
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('6 of 10 seats used')
  })

  test('are shown only to an owner, and only an owner gets a member session', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    for (const name of ['Marcus Reed', 'Priya Nair']) {
      await signInAs(page, name)
      await expect(findPanel(page, framework).region.getByText('Priya Nair').or(page.getByText('My seats'))).toAppear()
      expect(await findPanel(page, framework).button('Members').count()).toBe(0)
      const status = await page.evaluate(
        async () => (await fetch('/api/demo/member-session', { method: 'POST' })).status,
      )
      expect(status).toBe(403)
    }
  })
})
