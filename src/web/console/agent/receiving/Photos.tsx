import { Button, FileButton, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Camera } from 'lucide-react'

import { change } from '../../../kit/api/ask.ts'
import { checkFile, photoLimits } from '../../../kit/check-file.ts'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { GoodsPhoto } from '../GoodsPhoto.tsx'

const words = {
  title: { en: 'Photographs', zh: '照片' },
  take: { en: 'Take or choose a photograph', zh: '拍照或选择照片' },
  hint: {
    en: 'The goods and the label, PNG or JPEG up to 10 MB.',
    zh: '货物与面单，PNG 或 JPEG，最大 10 MB。',
  },
  remove: { en: 'Leave out', zh: '移除' },
}

interface PhotosProps {
  readonly photoIds: readonly string[]
  readonly onAdd: (photoId: string) => void
  readonly onRemove: (photoId: string) => void
}

/** Photographs of the goods, from the camera of a phone or from a file. */
export function Photos({ photoIds, onAdd, onRemove }: PhotosProps) {
  const say = useSay()
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) checkFile(file, photoLimits)
      for (const file of files) {
        const form = new FormData()
        form.set('file', file)
        const { photoId } = await change<{ photoId: string }>('/v1/warehouse-photos', {
          body: form,
        })
        onAdd(photoId)
      }
    },
  })
  return (
    <section aria-labelledby="photos">
      <Title order={2} size="h4" id="photos" mb="xs">
        {say(words.title)}
      </Title>
      <Group mb="xs">
        <FileButton
          accept={photoLimits.accept.join()}
          multiple
          onChange={(files) => {
            if (files.length > 0) upload.mutate(files)
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={upload.isPending}
              leftSection={<Camera size={16} />}
            >
              {say(words.take)}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {say(words.hint)}
        </Text>
      </Group>
      <ProblemNote error={upload.error} />
      <Group>
        {photoIds.map((photoId, index) => (
          <div key={photoId}>
            <GoodsPhoto photoId={photoId} number={index + 1} sizePx={120} />
            <Button size="compact-xs" variant="default" onClick={() => onRemove(photoId)}>
              {say(words.remove)}
            </Button>
          </div>
        ))}
      </Group>
    </section>
  )
}
