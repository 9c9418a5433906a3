/** Firefox's nsresult codes of the network module, as far as they tell a user something. Source: xpcom/base/ErrorList.py. */
const NETWORK_ERRORS: Readonly<Record<number, string>> = {
  2: 'NS_BINDING_ABORTED',
  13: 'NS_ERROR_CONNECTION_REFUSED',
  14: 'NS_ERROR_NET_TIMEOUT',
  16: 'NS_ERROR_OFFLINE',
  19: 'NS_ERROR_PORT_ACCESS_NOT_ALLOWED',
  20: 'NS_ERROR_NET_RESET',
  30: 'NS_ERROR_UNKNOWN_HOST',
  31: 'NS_ERROR_REDIRECT_LOOP',
  42: 'NS_ERROR_UNKNOWN_PROXY_HOST',
  71: 'NS_ERROR_NET_INTERRUPT',
  72: 'NS_ERROR_PROXY_CONNECTION_REFUSED',
  76: 'NS_ERROR_NET_PARTIAL_TRANSFER',
}
const NETWORK = 0x804b
const SECURITY = 0x805a

/** Puts a name to an error that Firefox tells as `Error code 2152398878`; anything else comes back as it is. */
export function firefoxErrorName(error: string): string {
  const code = Number(/^Error code (\d{1,10})$/.exec(error)?.[1] ?? Number.NaN)
  if (code >>> 16 === SECURITY) return `TLS error 0x${code.toString(16)}`
  return (code >>> 16 === NETWORK && NETWORK_ERRORS[code & 0xffff]) || error
}
