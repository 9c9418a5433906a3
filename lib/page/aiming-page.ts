import type { AimingPage } from './aim.ts'

/** What a document says for all of its links and forms. */
export const aimingPage = (document: Document): AimingPage => ({
  url: document.URL,
  baseUrl: document.baseURI,
  target: document.querySelector('base[target]')?.getAttribute('target') ?? '',
})
