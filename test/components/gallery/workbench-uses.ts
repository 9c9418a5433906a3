import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Order } from '../../../components/workbench/workbench-props.ts'
import { calls } from './calls.ts'
import type { Use } from './uses.ts'
import { ENDPOINTS, PINNED } from './workbench-stories.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)
const rows = (page: Page) => page.locator('.attempt-row').count()

/** What people do in each part of the workbench, and what must come of it. */
export const WORKBENCH_USES: Record<string, Use> = {
  'endpoints: a double click fires once, for what was shown': {
    story: 'wb-lead',
    async run(page) {
      const shown = await page.locator('.overview .bytes').first().textContent()
      await button(page, 'Fire test postback').dblclick()
      const fired = await calls(page, 'onFire')
      assert.equal(fired.length, 1)
      const [order] = fired[0] as [Order]
      assert.equal(order.request.url, shown)
    },
  },
  'endpoints: a parameter that is added stands in the URL at once': {
    story: 'wb-endpoints',
    async run(page) {
      await button(page, 'Add parameter').click()
      const url = page.getByLabel('Postback URL')
      assert.ok((await url.inputValue()).startsWith(ENDPOINTS[0]?.url ?? '-'))
      assert.notEqual(await url.inputValue(), ENDPOINTS[0]?.url)
    },
  },
  'endpoints: a secret goes along beside the request, and is on no screen': {
    story: 'wb-problems',
    async run(page) {
      assert.equal(await page.getByText('never-shown').count(), 0)
      await button(page, 'Fire test postback').click()
      await button(page, 'Fire anyway').click()
      const [order] = (await calls(page, 'onFire'))[0] as [Order]
      assert.deepEqual(order.secrets, { token: 'never-shown' })
    },
  },
  'endpoints: one that was deleted comes back': {
    story: 'wb-endpoints',
    async run(page) {
      await button(page, 'Delete').click()
      await button(page, 'Undo').click()
      assert.deepEqual((await calls(page, 'onSaveEndpoint')).at(-1), [ENDPOINTS[0]])
    },
  },
  'attempts: a search narrows the list, says how many are left, and keeps the focus': {
    story: 'wb-many-attempts',
    async run(page) {
      await page.getByLabel('Search in URL').click()
      await page.keyboard.type('no answer within')
      await page.getByText(/^\d+ attempts of 5000$/).waitFor()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search')
      await page.keyboard.type(' nobody')
      await page.getByText('0 attempts of 5000').waitFor()
      assert.equal(await button(page, 'CSV').isDisabled(), true)
    },
  },
  'attempts: the newest are shown, and more on demand': {
    story: 'wb-many-attempts',
    async run(page) {
      assert.equal(await rows(page), 25)
      await button(page, 'Show 25 more attempts of 4975').click()
      assert.equal(await rows(page), 50)
    },
  },
  'attempts: a file holds what was found and nothing else': {
    story: 'wb-attempts',
    async run(page) {
      await page.getByLabel('Ended').selectOption('failed')
      const found = await rows(page)
      await button(page, 'CSV').click()
      const [[name, csv] = []] = (await calls(page, 'onDownload')) as [string, string][]
      assert.equal(name, 'clickpath-attempts-2026-11-21.csv')
      assert.equal(csv?.match(/\r\n/g)?.length, found + 1)
      await button(page, 'JSON').click()
      const [, [, json] = []] = (await calls(page, 'onDownload')) as [string, string][]
      assert.equal(JSON.parse(json ?? '').attempts.length, found)
    },
  },
  'attempts: an answer opens by keyboard, and what the partner says is kept': {
    story: 'wb-attempts',
    async run(page) {
      const first = page.locator('.attempt-row').first()
      await first.locator('summary').first().press('Enter')
      await first.getByLabel('What the partner says').selectOption('counted')
      await first.getByLabel('Note').fill('in their log at 9:05')
      await first.getByLabel('Note').press('Enter')
      const [[, said] = []] = await calls(page, 'onConfirm')
      assert.deepEqual(said, { word: 'counted', note: 'in their log at 9:05', at: '2026-11-21T09:30:00.000Z' })
    },
  },
  'attempts: the table leads to an endpoint, whose alert line is set beside its figures': {
    story: 'wb-many-attempts',
    async run(page) {
      await page
        .getByRole('table')
        .getByRole('button', { name: ENDPOINTS[1]?.name ?? '' })
        .click()
      assert.equal(await page.locator('search select').first().inputValue(), ENDPOINTS[1]?.id)
      await page.getByText('Alert:').waitFor()
      await page.getByLabel('Alert above, % failed').fill('40')
      await page.getByText('not above the line of 40 %').waitFor()
      const [saved] = (await calls(page, 'onSaveEndpoint')).at(-1) as [{ alertAbove: number }]
      assert.equal(saved.alertAbove, 0.4)
    },
  },
  'attempts: one fired again stays with the click it was fired for': {
    story: 'wb-attempts',
    async run(page) {
      await button(page, 'Fire again …').first().click()
      await button(page, 'Fire this again').click()
      await button(page, 'Fire anyway').click()
      const [order] = (await calls(page, 'onFire'))[0] as [Order]
      assert.ok(!('pathId' in order) || order.pathId === undefined)
    },
  },
  'compare: each parameter is told with what became of it': {
    story: 'wb-compare',
    async run(page) {
      const row = (name: string) =>
        page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      assert.match((await row('cid').first().textContent()) ?? '', /literal macro/)
      assert.match((await row('txid').first().textContent()) ?? '', /missing/)
    },
  },
  'conversions: what is sent of a person is hashed, and the plain address is nowhere in it': {
    story: 'wb-conversions',
    async run(page) {
      await page.getByText('What will be sent').click()
      const payload = page.getByRole('region', { name: 'Payload' })
      const hash = createHash('sha256').update('jo@example.com').digest('hex')
      await payload.getByText(hash).waitFor()
      assert.doesNotMatch((await payload.textContent()) ?? '', /jo@example/i)
    },
  },
  'pinned: unpinning is undone by the key that is at hand': {
    story: 'wb-pinned',
    async run(page) {
      const first = page.locator('.endpoint-name').first()
      const name = await first.textContent()
      await button(page, 'Unpin').press('Enter')
      await page.getByText(`Unpinned “${name}”.`).waitFor()
      assert.equal(await page.locator('.endpoint-name').count(), 2)
      assert.equal(await focusedText(page), 'Undo')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelectorAll('.endpoint-name').length === 3)
      const [[repinned] = []] = (await calls(page, 'onRepin')) as [{ path: { id: string; name?: string } }][]
      assert.deepEqual(repinned?.path.name, name)
    },
  },
  'pinned: a pinned click becomes the one to test with, and the tab’s again': {
    story: 'wb-pinned',
    async run(page) {
      const sentence = page.locator('.click-sentence')
      const before = await sentence.textContent()
      await button(page, 'Test with this click').click()
      assert.equal(await sentence.textContent(), Object.values(PINNED)[0]?.sentence)
      await page.getByRole('tab', { name: 'Endpoints' }).click()
      await page.getByLabel('Click to test with').selectOption('')
      assert.equal(await sentence.textContent(), before)
    },
  },
  'a click that was chosen and is pinned no more fills nothing, and says so': {
    story: 'wb-lead-gone',
    async run(page) {
      await page.getByRole('alert').getByText('pinned no more').waitFor()
      await page.getByText('Nothing fills {clickid}').waitFor()
    },
  },
}
