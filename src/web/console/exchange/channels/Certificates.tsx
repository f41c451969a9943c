import { Badge } from '@mantine/core'

import { InstantText } from '../../../kit/components/InstantText.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import type { ChannelView } from './ChannelCard.tsx'
import styles from './channels.module.css'

const words = {
  title: { en: 'Certificates and keys of the other side', zh: '对方的证书与密钥' },
  until: { en: 'until', zh: '有效期至' },
  endless: { en: 'has no end', zh: '无期限' },
  seen: { en: 'seen', zh: '上次查看' },
}

type Certificate = ChannelView['certificates'][number]

const standings = {
  holds: { label: { en: 'holds', zh: '有效' }, colour: 'teal' },
  'ends-soon': { label: { en: 'ends soon', zh: '即将到期' }, colour: 'yellow' },
  ended: { label: { en: 'has ended', zh: '已过期' }, colour: 'red' },
} as const

/** What a channel's other side proves itself with, and until when. */
export function Certificates({ channel: { certificates } }: { readonly channel: ChannelView }) {
  const say = useSay()
  if (certificates.length === 0) return null
  return (
    <section aria-label={say(words.title)} className={styles.errors}>
      <strong>{say(words.title)}</strong>
      <ul>
        {certificates.map((certificate) => (
          <CertificateRow key={certificate.door} certificate={certificate} />
        ))}
      </ul>
    </section>
  )
}

function CertificateRow({ certificate }: { readonly certificate: Certificate }) {
  const say = useSay()
  const { door, subject, issuer, fingerprint, notAfter, seenAt, standing } = certificate
  const { label, colour } = standings[standing]
  return (
    <li>
      <span>{door.toUpperCase()}</span>
      <Badge variant="light" radius="sm" color={colour} c="var(--mantine-color-text)">
        {say(label)}
      </Badge>
      <span>
        {notAfter === undefined ? (
          say(words.endless)
        ) : (
          <>
            {say(words.until)} <InstantText at={notAfter} as="day" />
          </>
        )}
      </span>
      <span className={styles.why} title={`${issuer} · SHA-256 ${fingerprint}`}>
        {subject}
      </span>
      <span className={styles.seen}>
        {say(words.seen)} <InstantText at={seenAt} as="ago" />
      </span>
    </li>
  )
}
