/** How each value of a probe link begins: letters alone, so that no encoding, and no receiver that drops characters, changes it. */
export const PROBE_MARK = 'MYTEST'

/** The mark, the parameter's name in small letters, a number where two have one name, and the salt: `MYTESTclickidaB3x`. */
const PROBE_VALUE = /MYTEST[a-z0-9]{0,20}[a-z][A-Z][2-9][a-z]/

/** Whether a URL holds a test value of a probe link, wherever in it. */
export const holdsProbeValue = (url: string): boolean => PROBE_VALUE.test(url)
