import { describe, expect, it } from 'vitest'
import { judge } from '../../../lib/findings/judge.ts'
import { path, post, redirect } from '../../identifiers/story.ts'
import { at, told } from './told.ts'

const says = (story: ReturnType<typeof path>) => told(story, 'macro-not-replaced')

describe('macro-not-replaced', () => {
  it.each([
    '{clickid}',
    '%7Bclickid%7D',
    '%257Bclickid%257D',
    '{{ad.id}}',
    '[clickid]',
    '%5BCLICK_ID%5D',
    '__CLICKID__',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a macro of PropellerAds
    '${clickid}',
    '<clickid>',
    '%3Cclickid%3E',
    '%23reqid%23',
    '%%CLICK_ID%%',
    '%SUB%',
    '!!!awc!!!',
    '@clickid@',
    '#reqid#',
    'x_{clickid}',
    'x_[clickid]',
    '{clickid|none}',
    'undefined',
    'null',
    'NaN',
    '[object Object]',
    '%5Bobject%20Object%5D',
    'CLICK_ID',
    '{{{click.id}}}',
    '%3C%3Fphp%20echo%20%24_GET%5B%22clickid%22%5D%3B%20%3F%3E',
    '%3C%25%3D%20click_id%20%25%3E',
  ])('holds for clickid=%s', (value) => expect(says(path(at('a', `?clickid=${value}`)))).toHaveLength(1))

  it('holds for any parameter, a path, a fragment and a body', () => {
    expect(says(path(at('a', '?whatever={zone}')))).toEqual(['error 0 whatever'])
    expect(says(path(at('a', 'go/{clickid}/')))).toEqual(['error 0'])
    expect(says(path(at('a', '#clickid={clickid}')))).toEqual(['error 0 clickid'])
    expect(says(path(at('a'), post(at('a', 'form'), 'clickid=%7Bclickid%7D')))).toEqual(['error 1 clickid'])
  })

  it('holds for code that the server never ran, as a browser escapes it', () =>
    expect(
      says(path(at('lp'), redirect(302, at('a', '?o=1&s1=%3C?php%20echo%20$_GET[%27s1%27];%20?%3E&s2=x')))),
    ).toEqual(['error 1 s1']))

  it("holds in an app store's referrer, which no later hop fills", () =>
    expect(says(path(at('store', '?id=app&referrer=pid%3Dnet%26clickid%3D%7Bclickid%7D')))).toEqual([
      'error 0 referrer',
    ]))

  it('blames the first hop that shows it, once', () =>
    expect(says(path(at('a'), redirect(302, at('b', '?s1={sub}')), redirect(302, at('c', '?sub1={sub}'))))).toEqual([
      'error 1 s1',
    ]))

  it('tells what a script wrote for want of a value from a macro', () => {
    const [found] = judge(path(at('a', '?clickid=undefined'))).findings
    expect(found?.title).toBe('clickid is undefined in the URL of hop 1')
    expect(found?.fix).toMatch(/^A script wrote undefined because the value was not there\./)
  })

  it('takes one in a nested URL for a template until it is asked for', () => {
    const template = at('b', '?clickid={clickid}')
    expect(says(path(at('a', `?url=${encodeURIComponent(template)}`)))).toEqual([])
    expect(says(path(at('a', `?url=${template}`)))).toEqual([])
    expect(says(path(at('a', `?url=${encodeURIComponent(template)}`), redirect(302, template)))).toEqual([
      'error 1 clickid',
    ])
  })

  it.each([
    '{"a":1}',
    '%7B%22a%22%3A%22b%22%7D',
    '[1,2]',
    '["a"]',
    '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}',
    '{A1B2C3D4-4F89-11D3-9A0C-0305E82C3301}',
    'a_b__c_D',
    '100%25',
    'undefined-behaviour',
    '%3C%3Fxml%20version%3D%221.0%22%3F%3E',
    'user@mail.example',
  ])('says nothing of clickid=%s', (value) => expect(says(path(at('a', `?clickid=${value}`)))).toEqual([]))

  it('does not apply to words in parameters that are no identifiers', () =>
    expect(says(path(at('a', '?state=null&x=undefined&y=CLICK_ID&a[]=1&f[name]=2')))).toEqual([]))
})
