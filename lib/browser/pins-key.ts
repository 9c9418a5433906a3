/** Ids of the paths pinned since the browser began: they may still go on, and what is pinned is to go on with them. */
export const PINS_KEY = 'pins'
