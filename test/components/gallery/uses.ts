import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { PostbackTemplate } from '../../../lib/model/postback.ts'
import { calls } from './calls.ts'
import { FBCLID } from './clicks.ts'
import { ENDPOINTS } from './postbacks.ts'

/** One thing a person does with the popup or the workbench: the story it starts from, and what must come of it. */
export interface Use {
  story: string
  run(page: Page): Promise<void>
}

const fire = (page: Page) => page.getByRole('button', { name: 'Fire test postback' })
/** Start of the label of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.firstChild?.textContent)
const selectedTab = (page: Page) => page.getByRole('tab', { selected: true }).getAttribute('id')

export const USES: Record<string, Use> = {
  'tabs are one stop; arrows, Home and End go through them': {
    story: 'lost',
    async run(page) {
      await page.getByRole('tab', { selected: true }).focus()
      const seen: (string | null)[] = []
      for (const key of ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await page.keyboard.press(key)
        seen.push(await page.evaluate(() => document.activeElement?.id ?? null))
      }
      assert.deepEqual(seen, ['tab-ids', 'tab-postback', 'tab-findings', 'tab-postback', 'tab-findings'])
      assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1)
    },
  },
  'the Tab key reaches every control, and each shows that it has the focus': {
    story: 'postback-ready',
    async run(page) {
      const all = await page.$$eval(
        'button, select, input, summary, [tabindex="0"]',
        (found) => found.filter((one) => one.checkVisibility() && (one as HTMLElement).tabIndex >= 0).length,
      )
      const reached = new Set<string>()
      for (let press = 0; press < all; press++) {
        await page.keyboard.press('Tab')
        const { path, outline } = await page.evaluate(() => {
          const one = document.activeElement as HTMLElement
          const path = `${one.tagName} ${one.id} ${one.ariaLabel} ${one.textContent}`
          return { path, outline: getComputedStyle(one).outlineStyle }
        })
        assert.equal(outline, 'solid', path)
        reached.add(path)
      }
      assert.equal(reached.size, all)
    },
  },
  'a value is copied whole, and that is said': {
    story: 'delivered',
    async run(page) {
      await page.getByRole('button', { name: 'Copy value of fbclid' }).click()
      assert.deepEqual(await calls(page, 'onCopy'), [[FBCLID]])
      await page.getByText('Copied', { exact: true }).waitFor()
    },
  },
  'a copy that fails is not called one': {
    story: 'delivered',
    async run(page) {
      await page.evaluate(() => {
        window.fate = 'refused'
      })
      await page.getByRole('button', { name: 'Copy value of fbclid' }).click()
      await page.getByText('Not copied', { exact: true }).waitFor()
    },
  },
  'a long value is shown whole on demand': {
    story: 'long-values',
    async run(page) {
      const whole = FBCLID.repeat(12)
      assert.equal(await page.getByText(whole).count(), 0)
      await page.getByRole('button', { name: 'show whole value of fbclid' }).click()
      await page.getByText(whole).waitFor()
    },
  },
  'values from the web are text and nothing else': {
    story: 'long-values',
    async run(page) {
      assert.equal(await page.locator('.popup img, .popup script').count(), 0)
      assert.ok((await page.locator('.popup').textContent())?.includes('<img src=x onerror=alert(1)>'))
    },
  },
  'an answer’s body is text and nothing else': {
    story: 'postback-markup',
    async run(page) {
      assert.ok((await page.locator('.answer pre').textContent())?.startsWith('<script>'))
      assert.equal(await page.title(), 'Clickpath: the popup in every state')
    },
  },
  'a double click fires once': {
    story: 'postback-ready',
    async run(page) {
      await fire(page).dblclick()
      assert.equal((await calls(page, 'onFire')).length, 1)
    },
  },
  'a key that is held fires once': {
    story: 'postback-ready',
    async run(page) {
      await fire(page).focus()
      for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down('Enter')
      await page.keyboard.up('Enter')
      assert.equal((await calls(page, 'onFire')).length, 1)
    },
  },
  'while a postback is under way no other can be fired': {
    story: 'postback-ready',
    async run(page) {
      await page.evaluate(() => {
        window.fate = 'pending'
      })
      await fire(page).click()
      const firing = page.getByRole('button', { name: 'Firing …' })
      await firing.waitFor()
      assert.equal(await firing.isDisabled(), true)
      await page.getByRole('tab', { name: 'IDs' }).click()
      await page.getByRole('tab', { name: 'Test postback' }).click()
      assert.equal(await firing.isDisabled(), true)
    },
  },
  'one that an earlier popup fired keeps the button closed': {
    story: 'postback-under-way',
    async run(page) {
      assert.equal(await page.getByRole('button', { name: 'Firing …' }).isDisabled(), true)
    },
  },
  'a postback that could not be begun says so and can be fired again': {
    story: 'postback-ready',
    async run(page) {
      await page.evaluate(() => {
        window.fate = 'refused'
      })
      await fire(page).click()
      await page.getByText('Not sent: refused by the browser').waitFor()
      assert.equal(await fire(page).isEnabled(), true)
    },
  },
  'with errors it takes a second, explicit word': {
    story: 'postback-problems',
    async run(page) {
      await fire(page).dblclick()
      assert.equal((await calls(page, 'onFire')).length, 0)
      await page.getByRole('button', { name: 'Not now' }).click()
      await fire(page).click()
      await page.getByRole('button', { name: 'Fire anyway' }).click()
      assert.equal((await calls(page, 'onFire')).length, 1)
    },
  },
  'what is fired is what was shown': {
    story: 'postback-ready',
    async run(page) {
      await page.getByLabel('Text for payout').fill('7.25')
      const shown = `https://trk.example/postback?cid=${FBCLID}&payout=7.25&txid=TEST-2468&et=sale`
      await page.getByText(shown).waitFor()
      await fire(page).click()
      const [fired] = await calls(page, 'onFire')
      assert.equal((fired?.[0] as PostbackTemplate | undefined)?.values.payout, '7.25')
    },
  },
  'a macro’s mapping can be changed': {
    story: 'postback-ready',
    async run(page) {
      await page.getByLabel('What fills fbclid').selectOption('utm_source')
      await page.getByText('cid=facebook').waitFor()
      const saved = (await calls(page, 'onSaveEndpoint')).at(-1)?.[0] as { mapping: unknown }
      assert.deepEqual(saved.mapping, { fbclid: 'utm_source' })
    },
  },
  'a deleted endpoint can be brought back': {
    story: 'postback-ready',
    async run(page) {
      await page.getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('button', { name: 'Undo' }).click()
      assert.deepEqual(await calls(page, 'onDeleteEndpoint'), [[ENDPOINTS[0]?.id]])
      assert.deepEqual((await calls(page, 'onSaveEndpoint')).at(-1), [ENDPOINTS[0]])
      assert.equal(await page.getByLabel('Endpoint').inputValue(), ENDPOINTS[0]?.id)
    },
  },
  'even the last endpoint can be brought back': {
    story: 'postback-ready',
    async run(page) {
      for (const _ of ENDPOINTS) await page.getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('button', { name: 'Save endpoint' }).waitFor()
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Undo')
      await page.keyboard.press('Enter')
      await page.getByLabel('Endpoint').waitFor()
    },
  },
  'a first endpoint is kept and filled at once': {
    story: 'postback-first',
    async run(page) {
      await page.getByLabel('Postback URL').fill(' https://new.example/pb?c={fbclid} ')
      await page.getByLabel('Name').fill('New')
      await page.getByRole('button', { name: 'Save endpoint' }).click()
      await page.getByText(`https://new.example/pb?c=${FBCLID}`).waitFor()
    },
  },
  'an endpoint can be changed, and a change called off': {
    story: 'postback-ready',
    async run(page) {
      await page.getByRole('button', { name: 'Edit' }).click()
      assert.equal(await focused(page), 'Postback URL')
      await page.getByLabel('Name').fill('Nobody')
      await page.getByRole('button', { name: 'Cancel' }).click()
      assert.equal(await focused(page), 'Endpoint')
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByLabel('Method').selectOption('POST')
      await page.getByRole('button', { name: 'Save endpoint' }).click()
      assert.deepEqual((await calls(page, 'onSaveEndpoint')).at(-1), [{ ...ENDPOINTS[0], method: 'POST' }])
    },
  },
  'a transaction that was sent before asks first, and is sent again when that is meant': {
    story: 'postback-booked',
    async run(page) {
      await fire(page).click()
      await page.getByText('This transaction was sent at').waitFor()
      assert.equal((await calls(page, 'onFire')).length, 0)
      await page.getByRole('button', { name: 'Fire anyway' }).click()
      await fire(page).waitFor()
      assert.equal((await calls(page, 'onFire')).length, 1)
    },
  },
  'what was typed a moment ago is checked before it is fired': {
    story: 'postback-ready',
    async run(page) {
      // What it comes to is not known yet, so the popup still shows that nothing is wrong.
      await page.evaluate(() => {
        window.fate = 'pending'
      })
      await page.getByLabel('Text for payout').fill('{payout}')
      await fire(page).click()
      await page.getByRole('button', { name: 'Fire anyway' }).waitFor()
      assert.ok((await page.locator('.problems').textContent())?.includes('payout'))
      assert.equal((await calls(page, 'onFire')).length, 0)
    },
  },
  'what is typed into the form is kept until it is saved': {
    story: 'postback-first',
    async run(page) {
      await page.getByLabel('Postback URL').fill('https://new.example/pb?c={fbclid}')
      await page.getByLabel('Name').fill('New')
      await page.getByLabel('Method').selectOption('POST')
      const kept = async () => Object.fromEntries((await calls(page, 'onDraft')) as [string, string | null][])
      const typed = { url: 'https://new.example/pb?c={fbclid}', name: 'New', method: 'POST' }
      const drafts = Object.entries(typed).map(([field, text]) => [`popup.form.${field}`, text])
      assert.deepEqual(await kept(), Object.fromEntries(drafts))
      await page.getByRole('button', { name: 'Save endpoint' }).click()
      for (const field of Object.keys(typed)) assert.equal((await kept())[`popup.form.${field}`], null)
    },
  },
  'the form for one endpoint holds nothing that was typed for another': {
    story: 'postback-ready',
    async run(page) {
      await page.getByRole('button', { name: 'New' }).click()
      await page.getByLabel('Name').fill('Of a new one')
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Edit' }).click()
      assert.equal(await page.getByLabel('Name').inputValue(), ENDPOINTS[0]?.name)
    },
  },
  'clearing takes two presses, and leaving the button calls it off': {
    story: 'lost',
    async run(page) {
      const clear = page.getByRole('button', { name: 'Clear' })
      await clear.focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await clear.focus()
      await page.keyboard.press('Enter')
      assert.equal((await calls(page, 'onClear')).length, 0)
      await page.keyboard.press('Enter')
      assert.equal((await calls(page, 'onClear')).length, 1)
    },
  },
  'what is cleared takes its button along, and the focus goes to the one that is there instead': {
    story: 'lost',
    async run(page) {
      await page.getByRole('button', { name: 'Clear' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.evaluate(() => window.show('empty'))
      await page.waitForFunction(() => document.activeElement?.textContent === 'Open workbench')
    },
  },
  'the workbench opens without a click': {
    story: 'empty',
    async run(page) {
      await page.getByRole('button', { name: 'Open workbench' }).click()
      assert.equal((await calls(page, 'onWorkbench')).length, 1)
    },
  },
  'the workbench opens before an endpoint is kept': {
    story: 'postback-first',
    async run(page) {
      await page.getByRole('button', { name: 'Open workbench' }).click()
      assert.equal((await calls(page, 'onWorkbench')).length, 1)
    },
  },
  'in colours that the system forces, a line is still seen, and which tab is chosen': {
    story: 'lost',
    async run(page) {
      await page.emulateMedia({ forcedColors: 'active' })
      const { ground, line, chosen, other } = await page.evaluate(() => {
        const style = (selector: string, part?: string) =>
          getComputedStyle(document.querySelector(selector) as Element, part)
        return {
          ground: style('.popup').backgroundColor,
          line: style('.lane-to-running .lane-said', '::after').backgroundColor,
          chosen: style('.tab[aria-selected=true]').borderBottomColor,
          other: style('.tab[aria-selected=false]').borderBottomColor,
        }
      })
      assert.notEqual(line, ground)
      assert.notEqual(chosen, other)
      await page.emulateMedia({ forcedColors: 'none' })
    },
  },
  'permission is asked for by a press': {
    story: 'no-permission',
    async run(page) {
      await page.getByRole('button', { name: 'Allow on all sites' }).click()
      assert.equal((await calls(page, 'onGrant')).length, 1)
    },
  },
  'a break far along is in sight when the popup opens': {
    story: 'long-path',
    async run(page) {
      await assert.doesNotReject(page.locator('.lane-break').first().waitFor())
      const [mark, area] = await Promise.all(
        ['.lane-break', '.lanes-area'].map((one) => page.locator(one).first().boundingBox()),
      )
      assert.ok(mark && area && mark.x > area.x + 208 && mark.x + mark.width <= area.x + area.width + 1)
    },
  },
  'quiet hops of a long path are folded, and unfold by keyboard': {
    story: 'long-path',
    async run(page) {
      const columns = () => page.locator('.lane-hop').count()
      assert.ok((await columns()) < 10)
      await page.getByRole('button', { name: 'Show hops' }).first().focus()
      await page.keyboard.press('Enter')
      assert.equal(await columns(), 21)
      assert.equal(await page.evaluate(() => document.activeElement?.ariaLabel), 'Each ID over the hops')
    },
  },
  'Escape calls off what is asked, and the focus stays': {
    story: 'postback-problems',
    async run(page) {
      await fire(page).press('Enter')
      await page.keyboard.press('Escape')
      assert.equal(await fire(page).evaluate((one) => one === document.activeElement), true)
      await page.getByRole('button', { name: 'Edit' }).press('Enter')
      await page.keyboard.press('Escape')
      assert.equal(await focused(page), 'Endpoint')
      assert.equal((await calls(page, 'onFire')).length, 0)
    },
  },
  'nothing jumps when a hop comes in': {
    story: 'live',
    async run(page) {
      const places = () =>
        page.$$eval('.verdict, .lanes, .tabs, .panel', (all) => all.map((one) => one.getBoundingClientRect().y))
      const before = await places()
      assert.equal(await selectedTab(page), 'tab-ids')
      await page.evaluate(() => window.show('live-later'))
      await page.getByText('Hops4').waitFor()
      assert.deepEqual(await places(), before)
      assert.equal(await selectedTab(page), 'tab-ids')
    },
  },
}
