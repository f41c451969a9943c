import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { Download, Eye } from 'lucide-react'
import { useState } from 'react'

import type { DocumentView } from '../../../../api/views/document-view.ts'
import { useSession } from '../../../kit/session.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { documentNames } from '../paper-names.ts'
import { IssueCertificate } from './IssueCertificate.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import styles from './papers.module.css'

const words = {
  show: { en: 'Show', zh: '查看' },
  hide: { en: 'Hide', zh: '收起' },
  download: { en: 'Download PDF', zh: '下载 PDF' },
  draft: { en: 'Application, not issued', zh: '申请稿，尚未签发' },
  issued: (number: string) => ({ en: `Issued as ${number}`, zh: `已签发，编号 ${number}` }),
  signed: (day: string) => ({ en: `Signed on ${day}`, zh: `签署于 ${day}` }),
  issue: { en: 'The chamber has issued it', zh: '商会已签发' },
  hash: { en: 'SHA-256 of its data', zh: '数据 SHA-256' },
}

interface MadeOutPaperProps {
  readonly caseId: string
  readonly document: DocumentView
}

/** A paper that is made out here: shown in place, downloaded, and issued where a chamber issues it. */
export function MadeOutPaper({ caseId, document }: MadeOutPaperProps) {
  const say = useSay()
  const { may } = useSession()
  const [isShown, setIsShown] = useState(false)
  const [isIssuing, setIsIssuing] = useState(false)
  const { name, kind, issued, signed, pdf, contentSha256 } = document
  const title = say(documentNames[kind])
  const isDraft = kind === 'certificate-of-origin' && issued === undefined
  return (
    <Stack gap="xs">
      <div className={styles.row}>
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="xs" c="dimmed">
            {say(words.hash)} {contentSha256.slice(0, 16)}…
          </Text>
          {isDraft && <Badge variant="default" children={say(words.draft)} />}
          {issued && <Badge variant="default" children={say(words.issued(issued.number))} />}
          {signed && <Badge variant="default" children={say(words.signed(signed.signedOn))} />}
        </div>
        <Group gap="xs" className="screen-only">
          {isDraft && may('papers.issue') && (
            <Button
              size="xs"
              variant="light"
              aria-expanded={isIssuing}
              onClick={() => setIsIssuing((before) => !before)}
            >
              {say(words.issue)}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<Eye size={14} aria-hidden />}
            aria-expanded={isShown}
            aria-label={`${say(isShown ? words.hide : words.show)}${say(colon)}${title}`}
            onClick={() => setIsShown((before) => !before)}
          >
            {say(isShown ? words.hide : words.show)}
          </Button>
          <Button
            component="a"
            href={pdf}
            download={`${name}.pdf`}
            size="xs"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
            aria-label={`${say(words.download)}${say(colon)}${title}`}
          >
            {say(words.download)}
          </Button>
        </Group>
      </div>
      {isIssuing && isDraft && <IssueCertificate caseId={caseId} />}
      {isShown && <PaperPreview path={pdf} title={title} />}
    </Stack>
  )
}
