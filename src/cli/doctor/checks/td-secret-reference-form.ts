import { known } from '../../../facts/fact';
import { NO_SECRET } from '../classifier/stopped-reasons';
import { onService, Standing } from '../live-check';

export const tdSecretReferenceForm = onService({
  id: 'td-secret-reference-form',
  standing: Standing.CAUSE,
  check: ({ live: { secretsExist } }) => [...known(secretsExist)].filter(([, exists]) => !exists).map(([valueFrom]) => ({
    property: 'secrets',
    detail: `secrets (${valueFrom}) name something that does not exist, so no new task starts`,
    why: NO_SECRET.why,
    fix: NO_SECRET.fix,
  })),
});
