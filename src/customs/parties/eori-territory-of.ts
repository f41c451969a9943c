import type { LaneDecision } from '../lane/lane-decision.ts'
import type { EoriTerritory } from '../order/uk-registration.ts'

/** Whose EORIs a declaration is made under: `XI` in Northern Ireland, `GB` elsewhere. */
export function eoriTerritoryOf({ lane }: Pick<LaneDecision, 'lane'>): EoriTerritory {
  return lane === 'ni-h1' || lane === 'ni-h7' || lane === 'ni-h8' ? 'XI' : 'GB'
}
