import { ADS, POSTBACK } from './hosts.ts'
import { startFunnel } from './server.ts'

/** The same port each time, so that saved postback templates go on working. */
const PORT = 4820

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const funnel = await startFunnel({ port: PORT }).catch((error: unknown) => {
  if (!isTaken(error)) throw error
  return startFunnel()
})
console.log(`Demo funnel:       ${funnel.url(ADS, '/')}`)
console.log(`Postback template: ${funnel.url(POSTBACK, '/postback')}?cid={clickid}&payout={payout}&status={status}`)
console.log(`Conversions:       ${funnel.url(POSTBACK, '/conversions')}`)
