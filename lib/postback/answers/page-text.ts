/** Characters of a page in which something may be said to a caller. */
export const READ = 4_000
/** A page with more text than this is made for people, and its words are no answer to a postback. */
const SHORT_PAGE = 300

/** The words of a page, with blanks where tags, scripts and styles were: what is left stands where it stood. */
export function pageText(html: string): string {
  const blank = (text: string) => ' '.repeat(text.length)
  return html
    .slice(0, READ)
    .replace(/<(script|style)\b.*?<\/\1>/gis, blank)
    .replace(/<[^>]*>/g, blank)
}

/** Whether the words of a page are few enough to be meant for a program. */
export const isShort = (words: string): boolean => words.replace(/\s+/g, ' ').length <= SHORT_PAGE

/** Quotes and blanks that HTML or XML spells out, as themselves; what follows stands where it stood. */
export const plainEntities = (text: string): string =>
  text.replace(/&(?:quot|#34|nbsp|#160);/gi, (entity) => (/quot|34/i.test(entity) ? '"' : ' ').padEnd(entity.length))
