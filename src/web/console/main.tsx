import { RouterProvider } from '@tanstack/react-router'

import { mount } from '../kit/mount.tsx'
import { readNewLinks } from '../kit/read-new-links.ts'
import { forgetOldDrafts } from './orders/new-order/saved-draft.ts'
import { router } from './router.ts'

readNewLinks(/^#twl_/)
forgetOldDrafts(Date.now())
mount(<RouterProvider router={router} />)
