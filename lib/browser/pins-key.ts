/** Ids of the paths pinned since the browser began: they may still go on, and what is pinned is to go on with them. */
export const PINS_KEY = 'pins'

/** How often what is pinned has changed since the browser began: the database itself tells nobody. */
export const PINS_CHANGED_KEY = 'pins-changed'
