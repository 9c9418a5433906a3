import { mkdirSync } from 'node:fs'
import { look } from './look.ts'
import { type Gallery, openGallery, type Scheme } from './open.ts'
import { USES } from './uses.ts'

const SCHEMES: Scheme[] = ['light', 'dark']

/** Looks at every state in one colour scheme, and takes a picture of each where a folder is given. */
async function lookAtAll(gallery: Gallery, scheme: Scheme, shots?: string): Promise<string[]> {
  const { page, show, errors } = await gallery.stage(scheme)
  const found: string[] = []
  for (const story of gallery.stories) {
    await show(story)
    if (shots) await page.screenshot({ path: `${shots}/${story}-${scheme}.png` })
    found.push(...[...(await look(page)), ...errors()].map((line) => `${story} (${scheme}): ${line}`))
  }
  await page.close()
  return found
}

/** Uses the popup as people do. */
async function useAll(gallery: Gallery): Promise<string[]> {
  const { page, show, errors } = await gallery.stage('light')
  const found: string[] = []
  for (const [name, { story, run }] of Object.entries(USES)) {
    await show(story)
    try {
      await run(page)
    } catch (error) {
      found.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
    found.push(...errors().map((line) => `${name}: ${line}`))
  }
  await page.close()
  return found
}

/**
 * Looks at every state of the popup in both colour schemes, then uses it as people do.
 *
 * @param shots folder for a picture of each state; none are taken without it
 * @returns what was found wrong, a line each
 */
export async function checkGallery(gallery: Gallery, shots?: string): Promise<string[]> {
  if (shots) mkdirSync(shots, { recursive: true })
  const found: string[] = []
  for (const scheme of SCHEMES) found.push(...(await lookAtAll(gallery, scheme, shots)))
  return [...found, ...(await useAll(gallery))]
}

if (import.meta.main) {
  const gallery = await openGallery(process.env.CHROMIUM ?? '/usr/bin/chromium')
  const found = await checkGallery(gallery, process.argv[2])
  await gallery.close()
  for (const line of found) console.error(line)
  const checked = `${gallery.stories.length} states in ${SCHEMES.length} colour schemes, ${Object.keys(USES).length} uses`
  console.log(`popup: ${checked}, ${found.length} wrong`)
  if (found.length > 0) process.exitCode = 1
}
