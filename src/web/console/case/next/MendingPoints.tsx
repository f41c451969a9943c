import { Anchor, SimpleGrid } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import type { OpenPointView } from '../../../../api/views/open-point-view.ts'
import type { Consignment } from '../../../../customs/consignment/consignment.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { OpenPointNote } from '../OpenPointNote.tsx'
import { fieldsOfFact, type GoodsField } from './goods-fields.ts'
import { ProofSteps } from './ProofSteps.tsx'

const words = {
  inSettings: { en: 'Open the trader profile in the settings', zh: '在设置中打开贸易商档案' },
}

interface MendingPointsProps {
  readonly view: CaseView
  readonly points: readonly OpenPointView[]
  readonly goods: Consignment
  readonly inputFor: (field: GoodsField) => ReactNode
}

/** Every open point with what mends it: fields of the goods data, a proof, or the trader profile. */
export function MendingPoints({ view, points, goods, inputFor }: MendingPointsProps) {
  const say = useSay()
  return (
    <SimpleGrid cols={{ base: 1, lg: points.length > 1 ? 2 : 1 }} spacing="sm">
      {points.map((point, index) => (
        <OpenPointNote key={index} point={point}>
          {point.goodsFact && fieldsOfFact(goods, point.goodsFact.path).map(inputFor)}
          {proofPaths.has(point.path ?? '') && <ProofSteps view={view} />}
          {point.dataElement !== undefined && point.goodsFact === undefined && (
            <Anchor component={Link} to="/settings" size="sm">
              {say(words.inSettings)}
            </Anchor>
          )}
        </OpenPointNote>
      ))}
    </SimpleGrid>
  )
}

/** Proofs of origin are not mended in the goods data: somebody vouches, and that is recorded. */
const proofPaths: ReadonlySet<string> = new Set([
  '/documents/preference-statement',
  '/documents/importers-knowledge',
])
