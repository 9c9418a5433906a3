/** A share as people read it: `3.4 %`, `12 %`. @param share 0 to 1 */
export const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`
