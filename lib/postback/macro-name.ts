/** The name in a macro, whatever stands around it: `__CLICK_ID__` and `{click_id}` have the same. */
export const nameIn = (macro: string): string =>
  macro.replace(/%(?:25)*[0-9A-F]{2}|&[lg]t;/gi, '').replace(/^[^A-Za-z]+|[^A-Za-z0-9)]+$/g, '')
