import { known } from '../../../facts/fact';
import { onService, Standing } from '../live-check';

export const tdSecretReferenceForm = onService({
  id: 'td-secret-reference-form',
  standing: Standing.CAUSE,
  check: ({ live: { secretsExist } }) => [...known(secretsExist)].filter(([, exists]) => !exists).map(([valueFrom]) => ({
    property: 'secrets',
    detail: `secrets (${valueFrom}) name something that does not exist, so no new task starts`,
    why: 'ECS reads the secrets before it starts a container: without one of them the task stops with ResourceInitializationError.',
    fix: 'create the secret or parameter, or correct valueFrom',
  })),
});
