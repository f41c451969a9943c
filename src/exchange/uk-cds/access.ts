import type { Setback } from '../channel.ts'

/** What is shown to HMRC with one request, or why there is nothing to show. */
export type Access =
  { readonly kind: 'token'; readonly token: string } | ({ readonly kind: 'none' } & Setback)

/**
 * What lets our requests in: tokens of a business for what is done in its name, a token of the application
 * for what is not.
 */
export interface UkCdsAccess {
  ofBusiness(tenantId: string): Promise<Access>
  /** Another token, after the one that was shown was turned away. */
  renewedOfBusiness(tenantId: string, refused: string): Promise<Access>
  ofApplication(): Promise<Access>
  renewedOfApplication(refused: string): Promise<Access>
}

/**
 * One token for everything, as the sandbox authority hands out to an installation. It cannot be renewed:
 * turned away once, it is turned away for good.
 */
export function tokenAccess(token: string): UkCdsAccess {
  const access = (): Promise<Access> => Promise.resolve({ kind: 'token', token })
  const nothingElse = (): Promise<Access> =>
    Promise.resolve({
      kind: 'none',
      why: 'HTTP 401: the token of this installation was refused',
      httpStatus: 401,
    })
  return {
    ofBusiness: access,
    renewedOfBusiness: nothingElse,
    ofApplication: access,
    renewedOfApplication: nothingElse,
  }
}
