import { Anchor } from '@mantine/core'

import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from '../authority.module.css'
import { languageWords } from './topic-words.ts'

const words = {
  email: { en: 'E-mail', zh: '邮箱' },
  phone: { en: 'Telephone', zh: '电话' },
  address: { en: 'Post', zh: '邮寄地址' },
  website: { en: 'Page', zh: '网页' },
  hours: { en: 'Hours', zh: '服务时间' },
  languages: { en: 'Languages', zh: '语言' },
  valid: { en: 'Holds', zh: '有效期' },
  from: (day: string) => ({ en: `from ${day}`, zh: `${day} 起` }),
  until: (day: string) => ({ en: `until ${day}`, zh: `至 ${day}` }),
}

interface ReachProps {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly address?: readonly string[] | undefined
  readonly website?: string | undefined
  readonly hours?: string | undefined
  readonly languages?: readonly string[] | undefined
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
}

/** The ways to reach somebody, and when. */
export function Reach(props: ReachProps) {
  const say = useSay()
  const { day } = useFormats()
  const { email, phone, address, website, hours, languages = [], validFrom, validUntil } = props
  const named = languages.map((code) => say(languageWords[code] ?? { en: code, zh: code }))
  const validity = [
    ...(validFrom === undefined ? [] : [say(words.from(day(validFrom)))]),
    ...(validUntil === undefined ? [] : [say(words.until(day(validUntil)))]),
  ]
  const facts = [
    email !== undefined &&
      ([
        words.email,
        <Anchor href={`mailto:${email}`} fz="inherit">
          {email}
        </Anchor>,
      ] as const),
    phone !== undefined &&
      ([
        words.phone,
        <Anchor href={dialled(phone)} fz="inherit">
          {phone}
        </Anchor>,
      ] as const),
    address !== undefined && ([words.address, address.join(', ')] as const),
    website !== undefined && ([words.website, <Page url={website} />] as const),
    hours !== undefined && ([words.hours, hours] as const),
    named.length > 0 && ([words.languages, named.join(', ')] as const),
    validity.length > 0 && ([words.valid, validity.join(' ')] as const),
  ]
  return (
    <dl className={styles.facts}>
      {facts.flatMap((fact) =>
        fact === false
          ? []
          : [
              <dt key={`${fact[0].en} name`}>{say(fact[0])}</dt>,
              <dd key={fact[0].en}>{fact[1]}</dd>,
            ],
      )}
    </dl>
  )
}

function Page({ url }: { readonly url: string }) {
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" fz="inherit">
      {new URL(url).hostname}
    </Anchor>
  )
}

/** RFC 3966: a number without what only people read in it. */
function dialled(phone: string): string {
  return `tel:${phone.replaceAll(/[^0-9+]/g, '')}`
}
