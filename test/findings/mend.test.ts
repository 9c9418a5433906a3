import { describe, expect, it } from 'vitest'
import { judge } from '../../lib/findings/judge.ts'
import type { Finding } from '../../lib/model/finding.ts'
import {
  browserRewrite,
  extensionRewrite,
  FBCLID,
  history,
  type Lead,
  link,
  metaRefresh,
  path,
  post,
  redirect,
  redirectBy,
  script,
} from '../identifiers/story.ts'

const at = (host: string, rest = ''): string => `https://${host}.example/${rest}`
const AD = at('ads', `?fbclid=${FBCLID}`)

/** What to do about the first loss on a path. */
function mendOf(url: string, ...leads: Lead[]): Pick<Finding, 'fix' | 'paste'> {
  const found = judge(path(url, ...leads)).findings.find(({ rule }) => /^id-stripped$|^stripped-by/.test(rule))
  if (!found) throw new Error('nothing was lost')
  return found
}

describe('a redirect that loses a parameter is mended where it is made', () => {
  const answered = (headers: Record<string, string>, to = at('lp'), status = 302) =>
    mendOf(AD, redirectBy(status, to, headers))

  it.each([
    ['nginx', { server: 'nginx/1.26.0' }, 'return 302 https://lp.example/$is_args$args;'],
    ['Apache', { server: 'Apache/2.4.58 (Ubuntu)' }, '[QSA,R=302,L]'],
    ['LiteSpeed', { server: 'LiteSpeed' }, '[QSA,R=302,L]'],
    ['IIS', { server: 'Microsoft-IIS/10.0' }, 'appendQueryString="true" redirectType="Found"'],
    ['PHP', { server: 'nginx', 'x-powered-by': 'PHP/8.3.4' }, "header('Location: https://lp.example/'"],
    ['Express', { 'x-powered-by': 'Express' }, "res.redirect(302, 'https://lp.example/' + query)"],
    ['Next.js', { 'x-powered-by': 'Next.js' }, 'request.nextUrl.clone()'],
    ['Vercel', { server: 'Vercel', 'x-vercel-id': 'fra1::abc' }, 'request.nextUrl.clone()'],
    ['Netlify', { server: 'Netlify' }, '/ fbclid=:id https://lp.example/?fbclid=:id 302'],
    ['WordPress', { 'x-redirect-by': 'WordPress', server: 'nginx' }, "add_query_arg( 'fbclid'"],
    ['a load balancer', { server: 'awselb/2.0' }, '"Query": "#{query}"'],
    ['S3', { server: 'AmazonS3' }, 'event.request.querystring'],
    ['Cloudflare', { server: 'cloudflare', 'cf-ray': '8a-FRA' }, 'new URL(request.url).search'],
  ])('%s', (_, headers, paste) => expect(answered(headers as Record<string, string>).paste).toContain(paste))

  it.each([
    ['a WordPress plug-in', { 'x-redirect-by': 'redirection' }, 'Ignore & pass parameters'],
    ['TYPO3', { 'x-redirect-by': 'TYPO3 Redirect 12' }, 'Keep GET parameters'],
    ['another plug-in by its name', { 'x-redirect-by': 'Rank Math' }, 'names itself “Rank Math”'],
    ['Shopify', { 'x-shopid': '123' }, 'Shopify redirects here'],
    ['the server behind Cloudflare', { server: 'cloudflare', 'cf-cache-status': 'DYNAMIC' }, 'the server behind it'],
    ['a short link', { engine: 'Rebrandly.redirect, version 2.1' }, 'parameter forwarding'],
    ['WordPress where no plug-in says so', { 'x-pingback': 'https://ads.example/xmlrpc.php' }, 'one of its plug-ins'],
    ['the server behind CloudFront', { via: '1.1 a.cloudfront.net (CloudFront)' }, 'forward all query strings'],
    ['a cache before the server', { server: 'nginx', 'x-cache': 'HIT, MISS' }, 'out of a cache before ads.example'],
  ])('%s', (_, headers, fix) => expect(answered(headers as Record<string, string>).fix).toContain(fix))

  it('by the tracker that it may be, whatever server stands before it', () => {
    const { fix } = answered({ server: 'nginx' })
    expect(fix).toContain('If ads.example is a tracker')
    expect(fix).toContain('If nginx redirects by itself')
  })

  it('by a rule for path and query, where only the address is tidied', () => {
    const www = at('www.ads')
    expect(answered({ server: 'nginx' }, www, 301).paste).toBe('return 301 https://www.ads.example$request_uri;')
    expect(answered({ server: 'cloudflare' }, www, 301).paste).toBe(
      'concat("https://www.ads.example", http.request.uri)',
    )
    expect(answered({ server: 'Apache' }, www, 301).paste).toBe(
      'RewriteRule ^ https://www.ads.example%{REQUEST_URI} [R=301,L]',
    )
    expect(answered({}, www, 301).fix).toContain('only tidies the address')
  })

  it('never by a rule that would send the browser in circles: where the path changes, the new one is named', () => {
    const slash = (server: string) =>
      mendOf(at('ads', `lp?fbclid=${FBCLID}`), redirectBy(301, at('ads', 'lp/'), { server })).paste
    expect(slash('nginx')).toBe('return 301 https://ads.example/lp/$is_args$args;')
    expect(slash('Apache')).toContain('RewriteRule ^lp$ https://ads.example/lp/ [QSA,R=301,L]')
    expect(slash('cloudflare')).toContain("'https://ads.example/lp/' + new URL(request.url).search")
  })

  it('on Netlify by its rule, though only tracking parameters are gone', () => {
    const part = mendOf(at('a', `?p=1&fbclid=${FBCLID}`), redirectBy(301, at('a', 'new?p=1'), { server: 'Netlify' }))
    expect(part.paste).toContain('fbclid=:id')
  })

  it.each([
    ['Amplify', 'main.d1.amplifyapp.com', 'AWS Amplify'],
    ['ClickBank', 'hop.clickbank.net', 'digits, small letters and _'],
  ])('on %s by its host, whatever stands before it', (_, host, words) => {
    const lead = redirectBy(302, at('vendor'), { server: 'CloudFront' })
    expect(mendOf(`https://${host}/x?fbclid=${FBCLID}`, lead).fix).toContain(words)
  })

  it('where nothing is known of the server, by the usual ones', () =>
    expect(answered({}, at('ads', 'next')).fix).toMatch(/nginx \$is_args\$args.*\[QSA\].*Preserve query string/))
})

describe('what the URLs show comes first', () => {
  it.each([
    [
      'some parameters came through',
      at('trk', `?a=1&fbclid=${FBCLID}`),
      redirect(302, at('lp', '?a=1')),
      'passes on only',
    ],
    ['a language', at('ads', `?fbclid=${FBCLID}`), redirect(302, at('ads', 'en/')), 'by language or country'],
    ['only tracking is gone', at('a', `?p=1&fbclid=${FBCLID}`), redirect(302, at('a', '?p=1')), 'removes them by name'],
    [
      'an unencoded destination',
      at('trk', `?url=https://lp.example/?a=1&fbclid=${FBCLID}`),
      redirect(302, at('lp', '?a=1')),
      'Percent-encode the whole destination',
    ],
    ['an entity', at('a', `?a=1&amp;fbclid=${FBCLID}`), redirect(302, at('b', '?a=1')), 'another name'],
    ['a fragment', at('a', `#fbclid=${FBCLID}`), redirect(302, at('b', '#top')), 'before the #'],
    ['a consent page', AD, redirect(302, at('consent', '?lang=en')), 'A consent page comes in between'],
    ['a short link', `https://bit.ly/x?fbclid=${FBCLID}`, redirect(301, at('lp')), 'shortens links'],
    ['the rest behind the first &', at('a', `?a=1&fbclid=${FBCLID}&b=2`), script(at('b', '?a=1')), 'cut at its &'],
  ])('%s', (_, url, lead, words) => expect(mendOf(url, lead).fix).toContain(words))

  it('a form that was posted, and went on by GET', () => {
    const posted = path(at('a'), post(at('b'), `fbclid=${FBCLID}`), redirect(302, at('c')))
    const found = judge(posted).findings.find(({ rule }) => rule === 'id-stripped')
    expect(found?.fix).toContain('Answer 307')
  })
})

describe('what a page loses is mended in the page', () => {
  it.each([
    ['a script', 'script' as const, 'location.assign'],
    ['a link', 'link' as const, 'url.searchParams.set'],
    ['a meta refresh', 'meta-refresh' as const, '<script>location.replace('],
  ])('also where %s on an error page leads on, whatever server gave that', (_, cause, paste) => {
    const answer = redirectBy(404, at('lp'), { server: 'nginx', 'x-cache': 'HIT', 'x-pingback': 'https://a.example/' })
    const found = mendOf(AD, { ...answer, cause })
    expect(found.paste).toContain(paste)
    expect(found.fix).not.toMatch(/cache|WordPress/)
  })

  it.each([
    ['a script', script(at('lp', 'offer')), "new URL('https://lp.example/offer')"],
    ['a script within its site', script(at('ads', 'step2')), "location.assign('/step2' + location.search)"],
    ['a form', { ...script(at('lp')), cause: 'form' as const }, '<input type="hidden" name="fbclid"'],
    ['a meta refresh', metaRefresh(at('lp')), "location.replace('https://lp.example/' + location.search)"],
    ['a link', link(at('lp')), "url.searchParams.set('fbclid', value)"],
    ['a link within its site', link(at('ads', 'p')), "url.searchParams.set('fbclid', value)"],
  ])('%s', (_, lead, paste) => expect(mendOf(AD, lead).paste).toContain(paste))

  it('before the page tidies its own address', () =>
    expect(mendOf(AD, history(at('ads')), link(at('lp'))).paste).toContain("sessionStorage.setItem('fbclid', value)"))
})

describe('what this machine loses', () => {
  it('names the lists that the parameter is on', () => {
    expect(mendOf(AD, browserRewrite(at('ads'))).fix).toContain(
      'fbclid is on the list of Brave, Firefox (strict protection, private windows), DuckDuckGo and Safari',
    )
    expect(mendOf(AD, extensionRewrite(at('ads'))).fix).toContain('fbclid is on the list of AdGuard and ClearURLs.')
    expect(mendOf(at('a', '?s1=abc12345'), extensionRewrite(at('a'))).fix).not.toContain('list of')
  })
})

describe('lines to paste hold nothing of a stranger but plain text', () => {
  it.each([
    ['a name', at('a', `?my"clickid=${FBCLID}`), at('b')],
    ['a host', at('a', `?clickid=${FBCLID}`), "https://b.example';alert(1)//x"],
    ['a path', at('a', `?clickid=${FBCLID}`), at('b', "x'+alert(1)+'")],
  ])('so there are none where %s is not', (_, url, to) => {
    const { fix, paste } = mendOf(url, script(to))
    expect(paste).toBeUndefined()
    expect(fix).toMatch(/\.$/)
  })
})
