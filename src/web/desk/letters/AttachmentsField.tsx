import { FileInput } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { letterLimits } from './attach-file.ts'

const words = {
  files: { en: 'Files', zh: '附件' },
  filesHow: {
    en: 'At most ten of 5 MB: PDF, PNG, JPEG, text, CSV',
    zh: '最多十个，每个不超过5 MB：PDF、PNG、JPEG、文本、CSV',
  },
}

interface AttachmentsFieldProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** The files that go with a letter. */
export function AttachmentsField({ files, onChange }: AttachmentsFieldProps) {
  const say = useSay()
  return (
    <FileInput
      multiple
      clearable
      label={say(words.files)}
      description={say(words.filesHow)}
      accept={letterLimits.accept.join(',')}
      value={[...files]}
      onChange={(chosen) => onChange(chosen)}
    />
  )
}
