import { Button, Group, Stack, Text } from '@mantine/core'
import { Download, Eye } from 'lucide-react'
import { useState } from 'react'

import type { ListedAttachment } from '../../../../api/attachments.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { colon } from '../../../kit/words/colon.ts'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { attachmentName } from '../paper-names.ts'
import { PaperPreview } from './PaperPreview.tsx'
import styles from './papers.module.css'

const words = {
  show: { en: 'Show', zh: '查看' },
  hide: { en: 'Hide', zh: '收起' },
  download: { en: 'Download', zh: '下载' },
  erased: {
    en: 'Its content was erased together with the personal data in it.',
    zh: '其内容已随其中的个人数据一并删除。',
  },
}

/** A paper from outside, as it was handed in. */
export function UploadedPaper({ attachment }: { readonly attachment: ListedAttachment }) {
  const say = useSay()
  const { number } = useFormats()
  const [isShown, setIsShown] = useState(false)
  const { fileName, kind, sizeBytes, uploadedAt, isErased, content } = attachment
  const kilobytes = number(Math.max(1, Math.round(sizeBytes / 1_000)))
  return (
    <Stack gap="xs">
      <div className={styles.row}>
        <div>
          <Text fw={600}>{fileName}</Text>
          <Text size="sm" c="dimmed">
            {say(attachmentName(kind))} · {kilobytes} kB · <InstantText at={uploadedAt} />
          </Text>
        </div>
        {isErased ? (
          <Text size="sm">{say(words.erased)}</Text>
        ) : (
          <Group gap="xs" className="screen-only">
            <Button
              size="xs"
              variant="default"
              leftSection={<Eye size={14} aria-hidden />}
              aria-expanded={isShown}
              aria-label={`${say(isShown ? words.hide : words.show)}${say(colon)}${fileName}`}
              onClick={() => setIsShown((before) => !before)}
            >
              {say(isShown ? words.hide : words.show)}
            </Button>
            <Button
              component="a"
              href={content}
              download={fileName}
              size="xs"
              variant="default"
              leftSection={<Download size={14} aria-hidden />}
              aria-label={`${say(words.download)}${say(colon)}${fileName}`}
            >
              {say(words.download)}
            </Button>
          </Group>
        )}
      </div>
      {isShown && <PaperPreview path={content} title={fileName} />}
    </Stack>
  )
}
