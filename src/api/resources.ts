import { apiKeyRoutes } from './api-keys.ts'
import type { ApiRoutes } from './http/route.ts'
import { tenantRoutes } from './tenant.ts'

/** Every resource of the interface; a new one is added here. */
export const resources: readonly ApiRoutes[] = [tenantRoutes, apiKeyRoutes]
