import { known } from '../../../facts/fact';
import type { SecretState } from '../../collect/account';
import { secretReferences } from '../../collect/secret-references';
import { DELETED_SECRET, NO_SECRET } from '../classifier/subjects/secrets';
import { onService, type LiveFinding } from '../live-check';

type Words = Pick<LiveFinding, 'detail' | 'why' | 'fix'>;

const WRONG: Readonly<Record<Exclude<SecretState, 'there'>, (secret: string) => Words>> = {
  'gone': (secret) => ({ detail: `secrets (${secret}) name something that does not exist, so no new task starts`, why: NO_SECRET.why, fix: NO_SECRET.fix }),
  'to be deleted': (secret) => ({ detail: `secrets (${secret}) name a secret that is scheduled for deletion, so no new task starts`, why: DELETED_SECRET.why, fix: DELETED_SECRET.fix }),
  'no name': (secret) => ({
    detail: `secrets (${secret}) name nothing: what stands in valueFrom is neither an ARN nor the name of a parameter, so no new task starts`,
    why: 'ECS reads valueFrom as the address of a secret. A value in its place can be read by every principal that may describe the task definition.',
    fix: 'put the value into a secret, name that in valueFrom, and change the value, which is in each revision of the task definition now',
  }),
};

/** Secrets are shown by the name of their variable: what stands in valueFrom may be the secret itself. */
export const tdSecretReferenceForm = onService({
  id: 'td-secret-reference-form',
  check: ({ live: { secrets, taskDefinition } }) => {
    const states = known(secrets);
    return secretReferences(known(taskDefinition)).flatMap(({ label, from }) => {
      const state = states.get(from);
      if (state === undefined || state === 'there') return [];
      return [{ property: 'secrets', thing: from, ...WRONG[state](from.startsWith('arn:') ? `${label} from ${from}` : label) }];
    });
  },
});
