import { FileButton, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Camera } from 'lucide-react'

import type { InspectionPhoto } from '../../../authority/store/photo-store.ts'
import { ask } from '../../kit/api/ask.ts'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { PhotoRow } from '../dossier/PhotoRow.tsx'
import type { Wire } from '../wire.ts'

const words = {
  add: { en: 'Add a photo', zh: '添加照片' },
  addTo: (sequence: number) => ({
    en: `Photo of item ${sequence}`,
    zh: `第 ${sequence} 项货物照片`,
  }),
}

interface PhotoFieldProps {
  readonly mrn: string
  readonly inspectionId: string
  readonly sequence: number
  readonly photos: readonly Wire<InspectionPhoto>[]
}

/** Takes photos of an item into the dossier at once, so that none is lost with the form. */
export function PhotoField({ mrn, inspectionId, sequence, photos }: PhotoFieldProps) {
  const say = useSay()
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: (file: File) =>
      ask<unknown>(
        `/officers/lodgements/${mrn}/inspections/${inspectionId}/photos?item=${sequence}`,
        { method: 'POST', headers: { 'content-type': file.type }, body: file },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossier', mrn] }),
  })
  return (
    <div style={{ display: 'grid', gap: 8, marginTop: 8 }}>
      <PhotoRow photos={photos} />
      <FileButton
        accept="image/png,image/jpeg"
        onChange={(file) => file !== null && add.mutate(file)}
        inputProps={{ 'aria-label': say(words.addTo(sequence)) }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="sm"
            leftSection={<Camera size={16} aria-hidden />}
            loading={add.isPending}
          >
            {say(words.add)}
          </Button>
        )}
      </FileButton>
      <ProblemNote error={add.error} />
    </div>
  )
}
