import {
  ActionIcon,
  Button,
  Card,
  Group,
  NativeSelect,
  Stack,
  TextInput,
  Title,
} from '@mantine/core'
import { Plus, Trash2 } from 'lucide-react'

import { useRowIds } from '../../../kit/use-row-ids.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { packageTypes } from '../../orders/package-types.ts'
import { oneCarton, type MeasuredPackage } from './receipt-draft.ts'

const words = {
  title: { en: 'Packages', zh: '包装' },
  kind: { en: 'Kind', zh: '种类' },
  count: { en: 'How many', zh: '件数' },
  length: { en: 'Length, cm', zh: '长（厘米）' },
  width: { en: 'Width, cm', zh: '宽（厘米）' },
  height: { en: 'Height, cm', zh: '高（厘米）' },
  add: { en: 'Packages of another kind or size', zh: '添加其他种类或尺寸' },
  remove: (number: number) => ({
    en: `Remove packages ${number}`,
    zh: `删除第 ${number} 组包装`,
  }),
}

interface PackagesProps {
  readonly packages: readonly MeasuredPackage[]
  readonly onMeasure: (packages: readonly MeasuredPackage[]) => void
}

/** What the goods lie in, with its size where it was measured. */
export function Packages({ packages, onMeasure }: PackagesProps) {
  const say = useSay()
  const { ids, forget } = useRowIds(packages.length)
  return (
    <section aria-labelledby="packages">
      <Title order={2} size="h4" id="packages" mb="xs">
        {say(words.title)}
      </Title>
      <Stack gap="sm">
        {packages.map((measured, index) => (
          <PackageRow
            key={ids[index]}
            number={index + 1}
            measured={measured}
            onMeasure={(changed) => onMeasure(packages.with(index, changed))}
            onRemove={
              packages.length > 1
                ? () => {
                    forget(index)
                    onMeasure(packages.toSpliced(index, 1))
                  }
                : undefined
            }
          />
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<Plus size={16} />}
            onClick={() => onMeasure([...packages, oneCarton])}
          >
            {say(words.add)}
          </Button>
        </Group>
      </Stack>
    </section>
  )
}

interface PackageRowProps {
  readonly number: number
  readonly measured: MeasuredPackage
  readonly onMeasure: (measured: MeasuredPackage) => void
  readonly onRemove: (() => void) | undefined
}

function PackageRow({ number, measured, onMeasure, onRemove }: PackageRowProps) {
  const say = useSay()
  const sizes = [
    ['lengthCm', words.length],
    ['widthCm', words.width],
    ['heightCm', words.height],
  ] as const
  return (
    <Card withBorder padding="sm">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={say(words.kind)}
          value={measured.type}
          onChange={(event) => onMeasure({ ...measured, type: event.currentTarget.value })}
          data={packageTypes.map(({ value, label }) => ({ value, label: say(label) }))}
        />
        <TextInput
          label={say(words.count)}
          inputMode="numeric"
          w={96}
          value={String(measured.count)}
          onChange={(event) =>
            onMeasure({
              ...measured,
              count: Number(event.currentTarget.value.replace(/\D/g, '').slice(0, 4)),
            })
          }
        />
        {sizes.map(([name, label]) => (
          <TextInput
            key={name}
            label={say(label)}
            inputMode="decimal"
            w={110}
            value={measured[name]}
            onChange={(event) => onMeasure({ ...measured, [name]: event.currentTarget.value })}
          />
        ))}
        {onRemove !== undefined && (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(words.remove(number))}
            onClick={onRemove}
          >
            <Trash2 size={16} />
          </ActionIcon>
        )}
      </Group>
    </Card>
  )
}
