import { localDate } from '../calendar/local-date.ts'
import { indexEdition, type IndexedNomenclature } from '../nomenclature/nomenclature.ts'
import { type CommonGoods, harmonizedCode } from './common-goods.ts'
import { createGoodsIndex, type GoodsIndex } from './goods-index.ts'

/**
 * The common goods with an index of every edition that was searched. An index costs more than many
 * searches and what it is made from never changes, so each is made once, when it is first asked for.
 */
export class GoodsCatalogue {
  readonly #goods: readonly CommonGoods[]
  readonly #indexes = new WeakMap<IndexedNomenclature, GoodsIndex>()
  #harmonized: GoodsIndex | undefined

  constructor(goods: readonly CommonGoods[]) {
    this.#goods = goods
  }

  /** The goods of an edition of the tariff of a territory. */
  indexOf(territory: string, within: IndexedNomenclature): GoodsIndex {
    const index =
      this.#indexes.get(within) ?? this.#indexed(within, ({ codes }) => codes.get(territory))
    this.#indexes.set(within, index)
    return index
  }

  /** The subheadings of the Harmonized System that common goods stand in; the names are ours alone. */
  get harmonized(): GoodsIndex {
    this.#harmonized ??= this.#indexed(subheadingsOf(this.#goods), harmonizedCode)
    return this.#harmonized
  }

  #indexed(
    within: IndexedNomenclature,
    codeOf: (goods: CommonGoods) => string | undefined,
  ): GoodsIndex {
    const named = this.#goods.flatMap((goods) => {
      const code = codeOf(goods)
      return code === undefined ? [] : [{ code, goods }]
    })
    return createGoodsIndex(within, named)
  }
}

function subheadingsOf(goods: readonly CommonGoods[]): IndexedNomenclature {
  const codes = new Set(goods.flatMap((one) => harmonizedCode(one) ?? []))
  const rows = [...codes].sort().map((code) => ({
    ...{ code, depth: 0, mayBeDeclared: false, descriptions: {} },
  }))
  return indexEdition({ id: 'harmonized-system', validFrom: localDate('0001-01-01'), rows })
}
