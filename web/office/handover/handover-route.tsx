import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { HandoverPage } from './handover-page.tsx'
import { useHandover } from './use-handover.ts'

const route = getRouteApi('/office/rechnungen/$id/forderung-anlegen')

export default function HandoverRoute() {
  const { id } = route.useParams()
  const navigate = useNavigate()
  const handover = useHandover(id, (caseId) => void navigate({ to: '/faelle/$id', params: { id: caseId } }))
  return <HandoverPage {...handover} />
}
