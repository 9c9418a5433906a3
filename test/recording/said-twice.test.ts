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
