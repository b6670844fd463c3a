import { NO_ANSWER, NO_SUCH_HOST, NOT_THERE, REFUSED, TOO_MANY } from '../causes';
import { noNameOf, noReason, NO_ROLE, noWayTo, throttled } from '../common';
import { actionIn } from '../denied';
import type { FailureText } from '../failure-text';
import type { Subject } from '../meaning';
import { secretCauses } from './secrets';

const ECR = 'ECR, where the tasks sign in to pull their image';

/** The sign-in to ECR, before any image. */
export const SIGN_IN: Subject = {
  is: /ecr registry auth|registry auth from amazon ecr|GetAuthorizationToken|CannotPullECRContainer/i,
  causes: [
    NO_ROLE,
    { when: TOO_MANY, meaning: throttled('the sign-in to ECR') },
    { when: NO_SUCH_HOST, meaning: noNameOf(ECR) },
    { when: NO_ANSWER, meaning: noWayTo(ECR) },
    { when: REFUSED, meaning: (failure) => mayNotSignIn(failure) },
  ],
  otherwise: noReason('can\'t sign in to ECR', 'ECR may not be reached, or may have refused the execution role'),
};

function mayNotSignIn(failure: FailureText) {
  return {
    id: 'td-execution-role-missing',
    means: 'may not sign in to ECR with their execution role',
    why: 'ECS signs in to ECR as the execution role before it pulls an image.',
    fix: `attach AmazonECSTaskExecutionRolePolicy to the execution role, which allows ${actionIn(failure) ?? 'ecr:GetAuthorizationToken'}`,
  };
}

/** The secret with the user name and password of another registry. */
export const REGISTRY_CREDENTIALS: Subject = {
  is: /registry auth from asm|asm fetching|authorizationdata|CannotPullContainerAuth/i,
  causes: [
    {
      when: /unmarshal|malformed|empty (?:secrets? value|field|response)|invalid schema|invalid character/i,
      meaning: {
        id: 'td-private-registry-credentials',
        means: 'have a secret for their registry that lacks a user name and a password',
        fix: 'put {"username": …, "password": …} into the secret that repositoryCredentials names',
      },
    },
    ...secretCauses(REFUSED, NOT_THERE, 'the credentials of their registry'),
  ],
  otherwise: noReason('can\'t read the credentials of their registry', 'Secrets Manager may not be reached, or may have refused the execution role'),
};
