import { FileButton, Button, Stack, Text } from '@mantine/core'
import { FileUp } from 'lucide-react'
import { useState } from 'react'

import { tableLimits } from '../../../kit/check-file.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import styles from './drop-zone.module.css'

const words = {
  drop: { en: 'Drop the file here', zh: '将文件拖到此处' },
  or: { en: 'or', zh: '或' },
  choose: { en: 'Choose a file', zh: '选择文件' },
  takes: {
    en: 'CSV up to 8 MB and 10,000 rows; UTF-8, UTF-16 or GB18030; comma, semicolon or tab.',
    zh: 'CSV，最大 8 MB、10,000 行；UTF-8、UTF-16 或 GB18030；逗号、分号或制表符分隔。',
  },
}

interface DropZoneProps {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

/** Takes a file by drag or by choice; the button does all that dragging does. */
export function DropZone({ isBusy, onFile }: DropZoneProps) {
  const say = useSay()
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const [file] = event.dataTransfer.files
        if (file !== undefined) onFile(file)
      }}
    >
      <Stack align="center" gap="xs">
        <FileUp size={32} aria-hidden />
        <Text fw={600}>{say(words.drop)}</Text>
        <Text size="sm" c="dimmed">
          {say(words.or)}
        </Text>
        <FileButton
          accept={tableLimits.accept.join()}
          onChange={(file) => {
            if (file !== null) onFile(file)
          }}
        >
          {(props) => (
            <Button {...props} loading={isBusy}>
              {say(words.choose)}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" ta="center">
          {say(words.takes)}
        </Text>
      </Stack>
    </div>
  )
}
