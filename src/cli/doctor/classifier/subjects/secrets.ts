import { BAD_CERTIFICATE, NO_ANSWER, NO_S3_ARN, NO_SUCH_HOST, NOT_THERE, REFUSED, TOO_MANY, UNUSABLE_KEY } from '../causes';
import { noNameOf, noReason, NO_ROLE, noTrustIn, noWayTo, throttled } from '../common';
import { actionIn } from '../denied';
import type { FailureText } from '../failure-text';
import type { Cause, Meaning, Subject } from '../meaning';

export const NO_SECRET = {
  id: 'td-secret-reference-form',
  why: 'ECS reads the secrets before it starts a container: without one of them the task stops with ResourceInitializationError.',
  fix: 'create the secret or parameter, or correct valueFrom',
};
export const DELETED_SECRET = {
  id: 'td-secret-reference-form',
  why: 'A secret that is scheduled for deletion can\'t be read, and can be restored until it is gone.',
  fix: 'restore the secret with aws secretsmanager restore-secret, or name another one in valueFrom',
};

/** Causes that reading a secret has, whatever it is for. */
export function secretCauses(refused: RegExp, notThere: RegExp, what: string): readonly Cause[] {
  return [
    NO_ROLE,
    { when: UNUSABLE_KEY, meaning: keyOff },
    { when: TOO_MANY, meaning: throttled('the API that holds their secrets') },
    { when: BAD_CERTIFICATE, meaning: noTrustIn(`where ${what} are`) },
    { when: NO_SUCH_HOST, meaning: noNameOf(`where ${what} are`) },
    { when: NO_ANSWER, meaning: noWayTo(`where ${what} are`) },
    { when: /marked for deletion|scheduled for deletion/i, meaning: { ...DELETED_SECRET, means: 'name a secret that is to be deleted' } },
    { when: /access to kms|kms\w*denied|decryptionfailure|customer master key|kms key|kms:\w+|ciphertext/i, meaning: mayNotDecrypt },
    { when: refused, meaning: mayNotRead },
    { when: /awscurrent/i, meaning: { ...NO_SECRET, means: 'name a secret that has no value', fix: 'put a value into the secret, then deploy again' } },
    { when: /version ?(?:id|stage)|staging label/i, meaning: { ...NO_SECRET, means: 'name a version of a secret that is not there', fix: 'leave the version out of valueFrom, or name one that is there' } },
    { when: notThere, meaning: { ...NO_SECRET, means: 'name a secret that is not there' } },
  ];
}

/** Secrets and parameters of the containers. */
export const SECRETS: Subject = {
  is: /secrets? from asm|secrets? from ssm|from secrets manager|secrets manager|secret data|parameter ?store|ssm parameters|asm secret|secretsmanager:|ssm:getparam|kms:decrypt|json key|retrieve(?:d)? secret|unable to pull secrets/i,
  causes: [
    { when: /json key/i, meaning: lacksKey },
    {
      when: /invalid character|unmarshal|unexpected end of json/i,
      meaning: {
        id: 'td-secret-reference-form',
        means: 'ask for a JSON key of a secret that is not JSON',
        why: 'With a key behind the ARN in valueFrom, ECS reads the value of the secret as a JSON object.',
        fix: 'make the value of the secret a JSON object, or take the JSON key out of valueFrom',
      },
    },
    { when: /arn format|invalid arn|secretid from value|ValidationException|Invalid name/i, meaning: { id: 'td-secret-reference-form', means: 'name a secret in a form that ECS does not read' } },
    ...secretCauses(REFUSED, NOT_THERE, 'their secrets'),
  ],
  otherwise: noReason('can\'t read their secrets', 'the secret may not be there, may not be reached, or may be closed to the execution role'),
};

/** Files in S3 with environment variables. */
export const ENVIRONMENT_FILES: Subject = {
  is: /env(?:ironment)? ?files?\b/i,
  causes: [
    NO_ROLE,
    { when: /invalid path|escapes/i, meaning: { id: 'td-envfile-rules', means: 'name environment files by a key with ..', fix: 'correct the key in environmentFiles, which may not lead out of its bucket' } },
    { when: NO_S3_ARN, meaning: { id: 'td-envfile-rules', means: 'name environment files by an ARN that is none', fix: 'correct the ARN in environmentFiles: arn:aws:s3:::bucket/path/to/file.env' } },
    { when: NO_SUCH_HOST, meaning: noNameOf('S3, where their environment files are') },
    { when: NO_ANSWER, meaning: noWayTo('S3, where their environment files are') },
    {
      when: REFUSED,
      meaning: {
        id: 'td-envfile-rules',
        means: 'may not read their environment files, or name files that are not there',
        fix: 'allow s3:GetObject on the files and s3:GetBucketLocation on their bucket to the execution role; without s3:ListBucket, S3 answers the same for a file that is not there',
      },
    },
    { when: NOT_THERE, meaning: { id: 'td-envfile-rules', means: 'name environment files that are not there', fix: 'upload the file to the bucket, or correct its ARN in environmentFiles' } },
  ],
  otherwise: noReason('can\'t read their environment files', 'S3 may not be reached, or may have refused the execution role'),
};

function mayNotRead(failure: FailureText): Meaning {
  const action = actionIn(failure);
  return {
    id: 'iam-exec-role-secrets-kms',
    means: 'may not read their secrets with their execution role',
    ...action ? { fix: `allow ${action} on the secret to the execution role${/no resource-based policy/i.test(failure.text) ? ', in the policy of the secret too' : ''}` } : {},
  };
}

function mayNotDecrypt(): Meaning {
  return {
    id: 'iam-exec-role-secrets-kms',
    means: 'may not decrypt their secrets with their execution role',
    why: 'A secret with a KMS key of its own is decrypted as the execution role, which its policy and that of the key have to allow.',
    fix: 'allow kms:Decrypt on the key of the secret to the execution role, and in the policy of the key if it is in another account',
  };
}

function keyOff(): Meaning {
  return {
    id: 'iam-exec-role-secrets-kms',
    means: 'have secrets whose KMS key is disabled or about to be deleted',
    why: 'A secret can\'t be read without the key that encrypts it, whatever the roles allow.',
    fix: 'enable the key with aws kms enable-key, after aws kms cancel-key-deletion if it is to be deleted',
  };
}

function lacksKey({ text }: FailureText): Meaning {
  const key = /json key ([^\s,]+?)\.?(?=\s|,|$)/i.exec(text)?.[1];
  return {
    id: 'td-secret-reference-form',
    means: key === undefined ? 'ask for a JSON key that their secret does not have' : `ask for the JSON key ${key}, which their secret does not have`,
    why: 'ECS reads the secrets before it starts a container, and ends the task where the key behind the ARN in valueFrom is missing.',
    fix: `add the key ${key ?? ''} to the value of the secret, or correct it in valueFrom`.replace('key  to', 'key to'),
  };
}
