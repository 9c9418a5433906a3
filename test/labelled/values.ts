/** Values as real ones look. */
export const VALUES: Record<string, string> = {
  fbclid: 'IwAR2F8hKx0dWqLmT3vYcZ1nRsGpBoJ7eUaXfD4kMiQwEtH9yNbVuC6lPjS5A',
  fbnew: 'IwZXh0bgNhZW0BMABhZGlkAasX7qS0mFgBHQ1dQk9VQy3n_aem_Z0Kx8bTqPfA1LmWcR4sVyQ',
  gclid: 'CjwKCAjwkY2qBhBDEiwAoQXK5T7gr7h8sv7KdKifWLug2ju3GVOvLsaosVyyjy9wqsknJ37YGupMORoCP1MQAvD_BwE',
  gclid2: 'EAIaIQobChMI8fKl0aqw3QIVTb7tCh0lLgBWEAAYASABEgK5W_D_BwE',
  wbraid: 'ClQKCQjwkY2qBhDfARJDAJ9cX2bQw8Lk0nTz5rVyMhGpSaUoWdEfKjRl3xIuBm7HcQtNvZgYs4PqJwDaOeFiXrLk1Tn6GoCyzw',
  gbraid: '0AAAAADjHtp9BGY5McutJ1xgDbabWJfMi0',
  dclid: 'CN-4seKYvY0DFVvi_QUdsiAycw',
  msclkid: 'ecc4275a31b61375749e7a5322c20de8',
  ttclid: 'E.C.P.CrADhY2xQm9kV0pRT1hLc2ZtN0hUeXJ4Y0l2Z3BhU3d1.-nZ8qLb_5Wd',
  twclid: '2-4hyqjrs8kd0w2n1vz7m3xpl5c',
  lifat: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  awc: '6220_1763712000_0f9a1b2c3d4e5f60718293a4b5c6d7e8',
  cjevent: '8c1b2f6ab5d911f083a100f90a1cb825',
  irclickid: 'xUR0aCz9kxyPW3f2QK1VTQ0pUkHSyLwZ1xNw3c0',
  click: 'w8k2j4h6g9f3d5s7a1q0',
  click2: 'zt51mc90xb72vn38hy64',
  tune: '102a4f8c1b2d3e4f5a6b7c8d9e0f1a',
  hex: '65f1a2b3c4d5e6f708192a3b',
  uuid: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  num: '7234567890123456789',
  odd: 'aB/cD|eF=gH&iJ 12',
  plus: 'x7+Kq2/Lm9+Zp4==',
  sub: 'adset-1142_cr88',
  sub2: 'zone_90417',
}

const TURNS: Record<string, (value: string) => string> = {
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
  enc: encodeURIComponent,
  enc2: (value) => encodeURIComponent(encodeURIComponent(value)),
  b64: (value) => encodeURIComponent(btoa(value)),
  b64url: (value) => base64url(value),
  space: (value) => value.replaceAll('+', '%20'),
  swap: (value) => `${value.slice(0, 5)}${value[5] === 'Z' ? 'Y' : 'Z'}${value.slice(6)}`,
  gap: (value) => value.slice(0, 5) + value.slice(6),
  round: (value) => String(Number(value)),
}

const base64url = (text: string): string => btoa(text).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')

/**
 * Puts values into text: `$gclid`; `$gclid|40` and `$gclid|-40` (its beginning, its end), `$gclid|lower` and the other
 * turns; `$(gclid)` where a letter follows; `[enc:…]` and `[b64url:…]` round a URL that is put into another, innermost first.
 */
export function fillIn(text: string): string {
  let filled = text.replace(/\$(?:([a-z]+\d?)((?:\|-?\w+)*)|\(([a-z]+\d?)\))/g, (whole, plain, turns = '', bounded) => {
    const value = VALUES[plain ?? bounded]
    if (value === undefined) return whole
    return turns.split('|').slice(1).reduce(turn, value)
  })
  for (let before = ''; before !== filled; ) {
    before = filled
    filled = filled.replace(/\[(enc|b64|b64url):([^[\]]*)\]/g, (_, name: string, inner: string) => turn(inner, name))
  }
  return filled
}

function turn(value: string, name: string): string {
  const cut = Number(name)
  if (!Number.isNaN(cut)) return cut > 0 ? value.slice(0, cut) : value.slice(cut)
  const turned = TURNS[name]
  if (!turned) throw new Error(`no turn: ${name}`)
  return turned(value)
}
