import { RouterProvider } from '@tanstack/react-router'

import { mount } from '../kit/mount.tsx'
import { readNewLinks } from '../kit/read-new-links.ts'
import { router } from './router.ts'

readNewLinks(/^#twl_/)
mount(<RouterProvider router={router} />)
