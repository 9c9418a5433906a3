const URL_WITH_LOGIN = /^(https?:\/\/)[^/?#@]*@/i
const LOGIN_IN_HTML = /(https?:\/\/)[^/?#@\s"'<>]*@/gi

/** A URL without name and password: a stage that is not open to everyone has them, and no identifier stands there. */
export const withoutLogin = (url: string): string => url.replace(URL_WITH_LOGIN, '$1')

/** HTML with no name and password in the URLs of its attributes. */
export const withoutLogins = (html: string): string => html.replace(LOGIN_IN_HTML, '$1')
