/** A number with its noun: `1 hop`, `5 hops`, `1,000 hops`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}
