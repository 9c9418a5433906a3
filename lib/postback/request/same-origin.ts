/** Whether two URLs have scheme, host and port in common; never for what is no URL or has no host. */
export function isSameOrigin(a: string, b: string): boolean {
  const [first, second] = [URL.parse(a), URL.parse(b)]
  return first !== null && first.origin !== 'null' && first.origin === second?.origin
}
