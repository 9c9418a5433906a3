import type { ChromiumSession } from '../../cli/browsers/launch-chromium.ts'

/** Kills the extension's worker, as Chromium does with one that is idle. @returns how many there were */
export async function killWorker({ context, extensionId }: ChromiumSession): Promise<number> {
  const page = context.pages()[0]
  if (!page) throw new Error('Chromium has no page')
  const cdp = await context.newCDPSession(page)
  const { targetInfos } = await cdp.send('Target.getTargets')
  const workers = targetInfos.filter((t) => t.type === 'service_worker' && t.url.includes(extensionId))
  for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId }).catch(() => {})
  await cdp.detach()
  return workers.length
}
