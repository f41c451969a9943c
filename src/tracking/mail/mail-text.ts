import type { BilingualText } from '../../customs/bilingual-text.ts'

/** The words of a mail, without sender and receiver. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A mail in one language, before it takes a form. */
export interface Letter {
  readonly language: keyof BilingualText
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly moneyLines: readonly string[]
  /** The words before the link. */
  readonly more: string
  readonly link: string | undefined
}

/** The mail of letters that say the same, each in its language. */
export function asMailText(subject: string, letters: readonly Letter[]): MailText {
  return {
    subject,
    text: letters.map(asText).join('\n\n---\n\n'),
    html: asHtmlPage(letters),
  }
}

function asText({ heading, paragraphs, moneyLines, more, link }: Letter): string {
  const money = moneyLines.map((line) => `- ${line}`)
  return [
    ...[heading, '', ...paragraphs],
    ...(money.length > 0 ? ['', ...money] : []),
    ...(link === undefined ? [] : ['', more, link]),
  ].join('\n')
}

function asHtmlPage(letters: readonly Letter[]): string {
  const body = letters.map(asHtml).join('\n<hr>\n')
  return `<!doctype html>\n<html>\n<body style="font-family: sans-serif">\n${body}\n</body>\n</html>\n`
}

function asHtml({ language, heading, paragraphs, moneyLines, more, link }: Letter): string {
  const items = moneyLines.map((line) => `<li>${escapeHtml(line)}</li>`)
  return [
    `<div lang="${language}">`,
    `<h1 style="font-size: 1.2em">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(items.length > 0 ? [`<ul>${items.join('')}</ul>`] : []),
    ...(link === undefined ? [] : [`<p><a href="${escapeHtml(link)}">${escapeHtml(more)}</a></p>`]),
    '</div>',
  ].join('\n')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
