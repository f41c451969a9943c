import type { BilingualText } from '../../../../customs/bilingual-text.ts'

const known: Readonly<Record<string, BilingualText>> = {
  'uk-cds': { en: 'HMRC, Customs Declaration Service', zh: '英国海关申报系统（CDS）' },
  'uk-letters': { en: 'Letters to the office', zh: '与海关的信函' },
}

/** What people call a channel; one that is named in the configuration is called by that. */
export function channelName(channel: string): BilingualText {
  return known[channel] ?? { en: channel, zh: channel }
}
