import type { FieldOrigin, Sourced, StatementFacts } from '../../customs/declaration/fill-input.ts'

/** Locations of the goods vehicle movement service end so, as `GBAUBELBELGVM` for Belfast does. */
const VEHICLE_SERVICE = /GVM$/

/** Element 7/4 of ferries that goods roll on to and off from. */
const ROLL_ON_ROLL_OFF = '6'

const told: FieldOrigin = {
  source: 'rule',
  note: {
    en: 'The place belongs to the goods vehicle movement service, which is told of the declaration.',
    zh: '该地点属于货物车辆流动服务（GVMS），须将申报告知该服务。',
  },
}

/** What goods at a place of the goods vehicle movement service are declared with beside all else. */
export interface VehicleServiceFacts {
  readonly statements: readonly (StatementFacts & Sourced)[]
  readonly borderModeCode: string
}

/** RRS01 and the mode of ferries at such a place; nothing is said, and the mode kept, at any other. */
export function vehicleServiceFacts(
  goodsLocation: { readonly code: string },
  borderModeCode: string,
): VehicleServiceFacts {
  return VEHICLE_SERVICE.test(goodsLocation.code)
    ? { statements: [{ code: 'RRS01', origin: told }], borderModeCode: ROLL_ON_ROLL_OFF }
    : { statements: [], borderModeCode }
}
