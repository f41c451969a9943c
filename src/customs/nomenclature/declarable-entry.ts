import type { BilingualText } from '../bilingual-text.ts'
import { failure, type Result, success } from '../result.ts'
import { type CodeStanding, findCode, type WantedCode } from './find-code.ts'
import type { Nomenclature, NomenclatureEntry } from './nomenclature.ts'

/**
 * The line that goods can be declared by under a code.
 *
 * Fails with `tariff-edition-missing` before the first edition, with `commodity-code-not-declarable`
 * where the code heads a group (the failure lists the codes below it), and with
 * `unknown-commodity-code` otherwise.
 *
 * @param wanted with `path`, where the code stands in the input
 */
export function declarableEntry(
  nomenclature: Nomenclature,
  wanted: WantedCode & { readonly path: string },
): Result<NomenclatureEntry> {
  const standing = findCode(nomenclature, wanted)
  switch (standing.kind) {
    case 'declarable':
      return success(standing.entry)
    case 'heads-a-group':
      return refuseGroup(standing, wanted)
    case 'unknown':
      return refuseUnknown(standing, wanted, codesLike(nomenclature, standing, wanted))
    case 'before-the-first-edition':
      return refuseDay(standing, wanted)
  }
}

type Refused<Kind extends CodeStanding['kind']> = CodeStanding & { readonly kind: Kind }
type Asked = WantedCode & { readonly path: string }

/** How many codes a failure lists before it only counts the rest: more than these nobody reads. */
const codesShownMax = 12

function refuseGroup(
  { declarable }: Refused<'heads-a-group'>,
  { code, path }: Asked,
): Result<never> {
  if (declarable.length === 0) return refuseEmptyGroup(code, path)
  const shown = declarable.slice(0, codesShownMax).map(({ row }) => row.code ?? '')
  const hidden = declarable.length - shown.length
  const others: BilingualText =
    hidden === 0 ? { en: '', zh: '' } : { en: ` and ${hidden} more`, zh: `，另有${hidden}个` }
  return failure({
    code: 'commodity-code-not-declarable',
    path,
    message: `Commodity code ${code} only heads a group of goods; goods are declared by a code below it.`,
    mend: `Choose the code of these goods; below it are ${shown.join(', ')}${others.en}.`,
    zh: {
      message: `商品编码 ${code} 只是一组货物的类目；申报须用其下的编码。`,
      mend: `请选择这些货物的编码；其下有 ${shown.join('、')}${others.zh}。`,
    },
  })
}

/** Some headings are kept free for later, and some are there for what stood below them once. */
function refuseEmptyGroup(code: string, path: string): Result<never> {
  return failure({
    code: 'commodity-code-not-declarable',
    path,
    message: `Commodity code ${code} heads a group in which nothing can be declared on the day.`,
    mend: 'Classify the goods under another heading.',
    zh: {
      message: `商品编码 ${code} 所在的类目当日没有可申报的编码。`,
      mend: '请将货物归入其他品目。',
    },
  })
}

/** The codes that goods are declared by and that begin as an unknown one does. */
function codesLike(
  nomenclature: Nomenclature,
  { knownBeginning: code }: Refused<'unknown'>,
  { on }: Asked,
): readonly string[] {
  if (code === undefined) return []
  const near = findCode(nomenclature, { code, on })
  if (near.kind === 'declarable') return [code]
  return near.kind === 'heads-a-group' ? near.declarable.flatMap(({ row }) => row.code ?? []) : []
}

function refuseUnknown(
  { editionId, knownBeginning }: Refused<'unknown'>,
  { code, on, path }: Asked,
  alike: readonly string[],
): Result<never> {
  const known: BilingualText =
    knownBeginning === undefined
      ? { en: 'no code begins like it', zh: '没有相近开头的编码' }
      : codesKnown(knownBeginning, alike)
  return failure({
    code: 'unknown-commodity-code',
    path,
    message: `Commodity code ${code} is not in edition ${editionId} on ${on}.`,
    mend: `Check the code in the tariff of the destination; ${known.en}.`,
    zh: {
      message: `版本 ${editionId} 在 ${on} 没有商品编码 ${code}。`,
      mend: `请在目的地的税则中核对该编码；${known.zh}。`,
    },
  })
}

function codesKnown(beginning: string, alike: readonly string[]): BilingualText {
  const shown = alike.slice(0, codesShownMax)
  const hidden = alike.length - shown.length
  const others = hidden === 0 ? { en: '', zh: '' } : { en: ' and others', zh: ' 等' }
  const listed = shown.length === 0 ? '' : `: ${shown.join(', ')}${others.en}`
  const listedZh = shown.length === 0 ? '' : `：${shown.join('、')}${others.zh}`
  return {
    en: `codes that begin with ${beginning} are known${listed}`,
    zh: `已知有以 ${beginning} 开头的编码${listedZh}`,
  }
}

function refuseDay(
  { firstDay }: Refused<'before-the-first-edition'>,
  { on, path }: Asked,
): Result<never> {
  const mend: BilingualText =
    firstDay === undefined
      ? { en: 'Load an edition of the tariff.', zh: '请载入税则版本。' }
      : {
          en: `The first edition holds from ${firstDay}; load an earlier one, or use a later day.`,
          zh: `最早的版本自 ${firstDay} 起有效；请载入更早的版本，或采用较后的日期。`,
        }
  return failure({
    code: 'tariff-edition-missing',
    path,
    message: `No nomenclature is loaded that was in force on ${on}.`,
    mend: mend.en,
    zh: { message: `没有载入 ${on} 有效的商品名录。`, mend: mend.zh },
  })
}
