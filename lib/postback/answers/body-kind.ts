import type { PostbackResponse } from '../../model/postback.ts'

export type BodyKind = 'empty' | 'json' | 'xml' | 'page' | 'pixel' | 'text'

/** First bytes of GIF, PNG, JPEG and WebP, as far as UTF-8 lets them stand. */
const IMAGE = /^(?:GIF8|\uFFFDPNG\r\n|\uFFFD\uFFFD\uFFFD|RIFF[\s\S]{4,12}WEBP)/

/** What a body is, by what it holds: its content type is only asked where the body tells nothing. */
export function bodyKind({ body, headers }: PostbackResponse): BodyKind {
  const text = body.replace(/^\uFEFF/, '').trimStart()
  if (text === '') return 'empty'
  if (IMAGE.test(text)) return 'pixel'
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return 'page'
  if (/^(?:<\?xml|<[A-Za-z][\w:.-]*[\s/>])/.test(text)) return 'xml'
  if (/^[[{]/.test(text)) return 'json'
  const type = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? ''
  return /^\s*image\//i.test(type) ? 'pixel' : 'text'
}
