import type { TransportFailure } from '../../model/postback.ts'

/** Why no answer came, as a media buyer says it, and what to do now. */
export const FAILURE_WORDS: Readonly<Record<TransportFailure, { title: string; next: string }>> = {
  'host-not-found': {
    title: 'The host was not found',
    next: 'Look for a typing mistake in it. If it is right, its DNS record is missing, or this machine is offline.',
  },
  'connection-refused': {
    title: 'The host refused the connection',
    next: 'Check the port and the scheme. If they are right, the tracker is down, or a firewall keeps you out.',
  },
  tls: {
    title: 'No secure connection to the host',
    next: 'If the host is right, the certificate of the tracker domain has to be mended: live postbacks fail too.',
  },
  timeout: {
    title: 'The host did not answer in time',
    next: 'It may have counted it all the same: look in its log before you fire again.',
  },
  interrupted: {
    title: 'The connection broke off',
    next: 'It may have arrived, even several times: browsers repeat a GET that breaks off. Look in its log before you fire again.',
  },
  network: {
    title: 'The request did not get through',
    next: 'Check that this machine is online, and that no extension, proxy or policy blocks the tracker.',
  },
}
