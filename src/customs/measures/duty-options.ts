import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { DutyOption, OptionClaim } from '../landed-cost/duty-option.ts'
import { present } from '../present.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { assessMeasure } from './assess-measure.ts'
import { chosenOfOneType } from './chosen-by-additional-code.ts'
import type { Measure } from './measure.ts'
import type { MeasureType } from './measure-type.ts'
import { nameOfMeasure } from './name-of-measure.ts'
import { ofRole, type StatedGoods } from './stated-goods.ts'
import type { TariffFacts } from './tariff-facts.ts'

/**
 * The rate that goods bear which claim nothing: the one stated for the longest code. Some goods have
 * one rate for each additional code, as medicines and other goods of one code do; then the line says
 * which.
 */
export function thirdCountryOption(tariff: TariffFacts, goods: StatedGoods): Result<DutyOption> {
  const measures = ofRole('third-country', tariff, goods.measures).filter(
    ({ type }) => !needsAuthorisedUse(type, tariff),
  )
  const last = measures.at(-1)
  if (last === undefined) return failure(noRate(goods))
  const ofLongestCode = measures.filter(({ code }) => code === last.code)
  const plain = ofLongestCode.filter(({ additionalCode }) => additionalCode === undefined)
  const chosen = chosenOfOneType(ofLongestCode, tariff.types.get(last.type)!.name, goods)
  // Without a code declared, the rate without a code holds, where there is one.
  const measure = chosen.ok ? chosen.value.at(-1) : plain.at(-1)
  if (measure !== undefined) return optionOf(measure, tariff, goods)
  return chosen.ok ? failure(noRate(goods)) : chosen
}

/** A rate other than that of third countries, or why it cannot be worked out. */
export interface OtherOption {
  readonly name: BilingualText
  readonly option: Result<DutyOption>
}

/** Every other rate under which the goods may lawfully come in. */
export function otherOptions(tariff: TariffFacts, goods: StatedGoods): readonly OtherOption[] {
  const { measures } = goods
  const authorised = ofRole('third-country', tariff, measures).filter(({ type }) =>
    needsAuthorisedUse(type, tariff),
  )
  return [
    ...authorised,
    ...ofRole('preference', tariff, measures),
    ...ofRole('suspension', tariff, measures),
    ...ofRole('quota', tariff, measures),
  ].map((measure) => ({
    name: nameOfMeasure(measure, tariff.types.get(measure.type)!),
    option: optionOf(measure, tariff, goods),
  }))
}

function needsAuthorisedUse(type: string, { types }: TariffFacts): boolean {
  return types.get(type)?.authorisedUse === true
}

function optionOf(
  measure: Measure,
  { types }: TariffFacts,
  goods: StatedGoods,
): Result<DutyOption> {
  const type = types.get(measure.type)!
  const duty = assessMeasure(measure, type, withItsDocuments(measure, type, goods))
  if (!duty.ok) return duty
  const { kind, name, needs, claim } = statedBy(measure, type)
  const isItProven = isProven(measure, type, goods)
  return success(
    claim === undefined
      ? { id: measure.id, kind, name, needs, isProven: isItProven, duties: [duty.value] }
      : { id: measure.id, kind, name, needs, isProven: isItProven, claim, duties: [duty.value] },
  )
}

/** What a measure says of its option, whoever asks. */
interface StatedByMeasure extends Pick<DutyOption, 'kind' | 'name' | 'needs'> {
  readonly claim: OptionClaim | undefined
}

const statedByMeasures = new WeakMap<Measure, StatedByMeasure>()

/** A measure is put into words once; its tariff holds it until the next edition. */
function statedBy(measure: Measure, type: MeasureType): StatedByMeasure {
  const known = statedByMeasures.get(measure)
  if (known !== undefined) return known
  const stated: StatedByMeasure = {
    kind: kindOf(type),
    name: nameOfMeasure(measure, type),
    needs: needsOf(measure, type),
    claim: claimOf(measure, type),
  }
  statedByMeasures.set(measure, stated)
  return stated
}

/** An alternative is worked out as it is once its documents are there. */
function withItsDocuments({ conditions }: Measure, type: MeasureType, goods: StatedGoods) {
  const { assessment } = goods
  if (type.role === 'third-country' && type.authorisedUse !== true) return assessment
  const documents = [...(assessment.documents ?? []), ...documentsOf(conditions)]
  const { facts, lineIndex } = assessment
  return { facts, documents, lineIndex }
}

function documentsOf(conditions: Measure['conditions']): readonly string[] {
  return conditions.map(({ documentCode }) => documentCode).filter((code) => code !== undefined)
}

function kindOf({ role, authorisedUse }: MeasureType): DutyOption['kind'] {
  if (authorisedUse === true) return 'authorised-use'
  return role === 'preference' || role === 'quota' || role === 'suspension' ? role : 'third-country'
}

/** What has to be there before a rate may be used, in words. */
function needsOf(
  { conditions, area, quotaOrderNumber, additionalCode }: Measure,
  type: MeasureType,
): readonly BilingualText[] {
  const documents = [...new Set(documentsOf(conditions))]
  const needs: BilingualText[] = []
  if (documents.length > 0) {
    needs.push({
      en: `one of the documents ${documents.join(', ')}`,
      zh: `以下单证之一：${documents.join('、')}`,
    })
  } else if (type.role === 'preference' || type.isPreferential === true) {
    needs.push({ en: `proof of origin for ${area}`, zh: `${area} 的原产地证明` })
  }
  if (quotaOrderNumber !== undefined) {
    needs.push({
      en: `a balance left in quota ${quotaOrderNumber}`,
      zh: `配额 ${quotaOrderNumber} 尚有余额`,
    })
  }
  if (additionalCode !== undefined && type.role !== 'third-country') {
    needs.push({
      en: `the additional code ${additionalCode.code} declared for the goods`,
      zh: `为货物申报附加编码 ${additionalCode.code}`,
    })
  }
  if (type.authorisedUse === true) {
    needs.push({ en: 'an authorisation for the use of the goods', zh: '货物特定用途的授权' })
  }
  return needs
}

/** What a line states to claim a rate; a quota's balance and an authorisation it cannot state. */
function claimOf(measure: Measure, type: MeasureType): OptionClaim | undefined {
  const { conditions, area, additionalCode } = measure
  if (type.authorisedUse === true || type.role === 'quota') return undefined
  const [document] = documentsOf(conditions)
  return present({
    preference: type.role === 'preference' ? area : undefined,
    documents: document === undefined ? undefined : [document],
    additionalCodes: additionalCode === undefined ? undefined : [additionalCode.code],
  })
}

/** The rate of third countries needs nothing; a quota's balance and an authorisation nobody states. */
function isProven(measure: Measure, type: MeasureType, { assessment, question }: StatedGoods) {
  if (type.authorisedUse === true || type.role === 'quota') return false
  const { preference, additionalCodes = [] } = question.request.lines[question.lineIndex]!
  const code = measure.additionalCode?.code
  if (code !== undefined && !additionalCodes.includes(code)) return false
  if (type.role === 'third-country' || type.role === 'suspension') {
    return isCovered(measure, assessment.documents)
  }
  if (preference !== undefined) return preference === measure.area
  return documentsOf(measure.conditions).length > 0 && isCovered(measure, assessment.documents)
}

/** Whether one of the documents is there that the conditions ask for; nothing asked is covered. */
function isCovered({ conditions }: Measure, documents: readonly string[] | undefined): boolean {
  const asked = documentsOf(conditions)
  return asked.length === 0 || asked.some((code) => documents?.includes(code) === true)
}

function noRate({ question, code }: StatedGoods): Failure {
  const { lineIndex, destination, on } = question
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'commodityCode'),
    message: `No rate of duty of ${destination.name.en} is loaded for code ${code} on ${on}.`,
    mend: 'Import the tariff of the destination, or ask a customs broker for these goods.',
    zh: {
      message: `没有载入${destination.name.zh}对编码 ${code} 在 ${on} 的关税税率。`,
      mend: '请导入目的地的税则，或就这些货物咨询报关行。',
    },
  }
}
