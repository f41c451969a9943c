export {
  issueApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
  type IssuedApiKey,
  type NewApiKey,
} from './api-keys.ts'
export { recordAccessChange, type AccessContext } from './audit.ts'
export { keyAuthentication, type Authenticate } from './authenticate.ts'
export { createTenant, type CreatedTenant, type NewTenant } from './create-tenant.ts'
export { mayDo, permissions, type Permission } from './permissions.ts'
export type { Principal } from './principal.ts'
export { roles, type Role } from './role.ts'
export { changeTenant, readTenant, type Tenant, type TenantChange } from './tenant.ts'
