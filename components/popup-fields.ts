/** Fields of an endpoint's form. Their text outlives the popup until it is saved or called off: who fetches a URL from another tab closes it. */
export const FORM_FIELDS = ['url', 'name', 'method'] as const

/** Every field of the popup that keeps what was typed. */
export const POPUP_FIELDS = ['popup.endpoint', 'popup.editing', ...FORM_FIELDS.map((field) => `popup.form.${field}`)]
