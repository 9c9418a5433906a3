import { expect, test } from 'vitest'
import { tell } from './reduce-all.ts'
import { firefoxStory } from './story.ts'
import { LANDING, OFFER } from './urls.ts'

test('a script sets the same location twice: Firefox drops the first load, and only of that one the page was heard', () => {
  const told = firefoxStory().typed(LANDING).lands().script(OFFER).overtaken()
  const begun = told.events.length
  told.script(OFFER)
  // The second word reached the first load: what the second one is told of is its own request alone.
  const second = told.events.splice(begun).filter(({ type }) => type !== 'page-navigates')
  told.events.push(...second)
  expect(tell(told.lands())).toEqual([[`typed 200 ${LANDING}`, `script 200 ${OFFER}`]])
})

test('Firefox says of a tab which it takes out of memory that its page is there: nothing else was shown', () => {
  const told = firefoxStory().typed(LANDING).lands().link(OFFER).lands()
  const [shown] = told.events.filter(({ type, url }) => type === 'navigation-committed' && url === OFFER)
  if (shown) told.events.push({ ...shown, time: shown.time + 60_000 })
  expect(tell(told)).toEqual([[`typed 200 ${LANDING}`, `link 200 ${OFFER}`]])
})
