import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'

import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { CopyRaw } from '../../case/messages/CopyRaw.tsx'
import { XmlText } from '../../case/messages/XmlText.tsx'
import styles from '../exchange.module.css'
import { bytesQuery } from '../exchange-queries.ts'

const words = {
  raw: { en: 'The message itself', zh: '报文原文' },
  rawLead: {
    en: 'Set out for reading; the download has the exact bytes.',
    zh: '为便于阅读已排版；下载文件为原始字节。',
  },
  download: { en: 'Download', zh: '下载' },
}

interface RawBytesProps {
  /** Where the interface has them. */
  readonly path: string
  /** Begins the name of the downloaded file. */
  readonly name: string
  readonly sha256: string
  /** What came by mistake need not be what it looks like, so it is not set out. */
  readonly asItCame?: boolean
}

/** The bytes of a message, readable. */
export function RawBytes({ path, name, sha256, asItCame = false }: RawBytesProps) {
  const say = useSay()
  const { data, error, isPending } = useQuery(bytesQuery(path))
  const isXml = data?.trimStart().startsWith('<') === true
  return (
    <div>
      <Text fw={600}>{say(words.raw)}</Text>
      <Text size="xs" c="dimmed" mb="xs" className={styles.wide}>
        {!asItCame && say(words.rawLead)} SHA-256 {sha256.slice(0, 16)}…
      </Text>
      <Group gap="xs" mb="xs" className="screen-only">
        {data !== undefined && <CopyRaw text={data} />}
        <Button
          component="a"
          href={path}
          download={`${name}.${isXml ? 'xml' : 'txt'}`}
          size="xs"
          variant="default"
          leftSection={<Download size={14} aria-hidden />}
        >
          {say(words.download)}
        </Button>
      </Group>
      {isPending && <LoadingRows rows={6} height={18} />}
      <ProblemNote error={error} />
      {data !== undefined && isXml && !asItCame && <XmlText xml={data} label={say(words.raw)} />}
      {data !== undefined && (!isXml || asItCame) && (
        <pre className={styles.raw} tabIndex={0} role="region" aria-label={say(words.raw)}>
          {data}
        </pre>
      )}
    </div>
  )
}
