import { useEffect, useState } from 'preact/hooks'
import type { PostbackTemplate } from '../lib/model/postback.ts'
import type { Prepared } from '../lib/postback/prepare.ts'

/**
 * What an endpoint comes to for a click: asked for anew when the endpoint or the click changes. Until the answer is in,
 * that of a moment ago stands, so that nothing jumps.
 *
 * @param click changes when the click goes on
 * @returns the answer, and takes a newer one that came on another way
 */
export function usePrepared(
  prepare: (endpoint: PostbackTemplate) => Promise<Prepared>,
  endpoint: PostbackTemplate | undefined,
  click: string,
): [prepared: Prepared | undefined, take: (prepared: Prepared) => void] {
  const asked = `${click} ${JSON.stringify(endpoint)}`
  const [answer, setAnswer] = useState<Prepared>()
  useEffect(() => {
    if (!endpoint) return
    let isStale = false
    prepare(endpoint).then(
      (prepared) => !isStale && setAnswer(prepared),
      () => {},
    )
    return () => {
      isStale = true
    }
  }, [asked])
  return [answer, setAnswer]
}
