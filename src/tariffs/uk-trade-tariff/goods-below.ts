import {
  readJsonApiDocument,
  type Resource,
} from '../../customs/formats/uk-trade-tariff/api/json-api-document.ts'

/** A page of the service that a walk goes to. */
export interface TariffPage {
  readonly goods: 'chapters' | 'chapter' | 'heading' | 'commodity'
  /** Below the base, without a day. */
  readonly path: string
}

/** Where a walk begins: the list of all chapters. */
export const chaptersPage: TariffPage = { goods: 'chapters', path: '/chapters' }

/**
 * The pages below a page, as its body names them: chapters, their headings, and the commodities of
 * headings that goods are declared by. A heading without commodities is declared by itself, and its
 * own body states its measures.
 */
export function goodsBelow({ goods }: TariffPage, text: string): readonly TariffPage[] {
  const document = readJsonApiDocument(text)
  if (!document.ok) return []
  const { data, included } = document.value
  switch (goods) {
    case 'chapters':
      return pagesOf('chapter', data)
    case 'chapter':
      return pagesOf('heading', included)
    case 'heading':
      return pagesOf('commodity', included)
    case 'commodity':
      return []
  }
}

/** The folder of the service, and how many digits of the code it wants. */
const placeOf = {
  chapter: { folder: 'chapters', digits: 2 },
  heading: { folder: 'headings', digits: 4 },
  commodity: { folder: 'commodities', digits: 10 },
} as const

function pagesOf(
  goods: keyof typeof placeOf,
  resources: readonly Resource[],
): readonly TariffPage[] {
  const { folder, digits } = placeOf[goods]
  const codes = resources
    .filter((resource) => resource.type === goods && isToVisit(resource))
    .flatMap(({ attributes: { goods_nomenclature_item_id: code } }) =>
      typeof code === 'string' && /^\d{10}$/.test(code) ? [code.slice(0, digits)] : [],
    )
  return [...new Set(codes)].map((code) => ({ goods, path: `/${folder}/${code}` }))
}

/** Lines with another suffix than 80 only part what stands below them; so do others not declarable. */
function isToVisit({ type, attributes }: Resource): boolean {
  const { producline_suffix: suffix = '80', declarable } = attributes
  return suffix === '80' && (type !== 'commodity' || declarable === true)
}
