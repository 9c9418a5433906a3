/**
 * What keeps a URL from being walked.
 *
 * @returns the reason in words; undefined where it can be walked
 */
export function urlProblem(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url) {
    const guess = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(text) ? `; did you mean https://${text} ?` : ''
    return `${JSON.stringify(text)} is not an absolute URL${guess}`
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `${JSON.stringify(text)} is not an http or https URL`
  }
  return undefined
}
