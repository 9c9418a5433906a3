/** Whether one text becomes the other by at most `edits` characters that come, go, change, or swap with their neighbour. */
export function withinEdits(a: string, b: string, edits: number): boolean {
  if (Math.abs(a.length - b.length) > edits) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  const restA = a.slice(start)
  const restB = b.slice(start)
  if (restA === restB) return true
  if (edits === 0) return false
  return (
    withinEdits(restA.slice(1), restB.slice(1), edits - 1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && withinEdits(restA.slice(2), restB.slice(2), edits - 1)) ||
    withinEdits(restA.slice(1), restB, edits - 1) ||
    withinEdits(restA, restB.slice(1), edits - 1)
  )
}
