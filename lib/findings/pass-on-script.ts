import { hostOf } from '../identifiers/site.ts'

/** What a script to paste may hold of strangers. */
const PLAIN = /^[\w.-]+$/

/**
 * A script that puts a parameter of the page's own address on each link and form that leads to some hosts, those added
 * later included. It acts when the page has loaded, not at the click, so that the page can be seen to pass the ID on.
 *
 * @returns undefined where a name or a host holds what could do more in a page than stand for itself
 */
export function passOnScript(name: string, urls: readonly string[]): string | undefined {
  const hosts = [...new Set(urls.map(hostOf))]
  if (![name, ...hosts].every((text) => PLAIN.test(text))) return undefined
  return `<script>
(() => {
  const name = '${name}', hosts = [${hosts.map((host) => `'${host}'`).join(', ')}]
  const value = new URLSearchParams(location.search).get(name)
  if (!value) return
  const leads = (url) => URL.canParse(url, location) && hosts.includes(new URL(url, location).hostname)
  const pass = () => {
    for (const link of document.querySelectorAll('a[href]')) {
      if (!leads(link.href)) continue
      const url = new URL(link.href)
      if (url.searchParams.get(name) === value) continue
      url.searchParams.set(name, value)
      link.href = url
    }
    for (const form of document.querySelectorAll('form')) {
      if (!leads(form.getAttribute('action') ?? '') || form.querySelector(\`[name="\${name}"]\`)) continue
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    }
  }
  const start = () => {
    pass()
    new MutationObserver(pass).observe(document.body, { childList: true, subtree: true })
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
})()
</script>`
}
