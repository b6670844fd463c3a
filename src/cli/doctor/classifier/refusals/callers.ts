import type { Refusal } from './refusal';

/** Refusals of the caller or of the account, whatever is asked for. */
export const CALLERS: readonly Refusal[] = [
  { when: /not authorized to perform: iam:PassRole(?!.*launch instance)/i, fix: 'allow iam:PassRole on the role that AWS names to the principal that deploys, such as the role of CloudFormation' },
  { when: /rate exceeded|throttlingexception|HandlerErrorCode: Throttling/i, id: 'ops-api-throttled', fix: 'deploy again, with fewer stacks at the same time' },
  { when: /concurrent (?:attempts|modification|update)|OperationAborted|conflicting (?:conditional )?operation|ConcurrentUpdate/i, fix: 'wait until what is under way has ended, and deploy again' },
  { when: /account is (?:currently )?(?:blocked|suspended|not (?:yet )?activ)|BlockedException|account currently does not support|OptInRequired|subscription (?:is )?(?:needed|required)|account .*(?:verification|has not been verified)/i, fix: 'open a case with AWS Support about the account, which AWS has restricted: a new account waits for its activation' },
  { when: /(?:security|session) token included in the request is (?:expired|invalid)|ExpiredToken|InvalidClientTokenId/i, fix: 'deploy again with fresh credentials: those of the deployment have expired' },
  { when: /reached the (?:limit|quota)|(?:limit|quota) (?:was |has been )?(?:exceeded|reached)|LimitExceeded|TooMany(?:LoadBalancers|TargetGroups|Targets|Listeners|Rules|UniqueTargetGroups)|maximum number of .*(?:reached|exceeded)|HandlerErrorCode: ServiceLimitExceeded/i, id: 'dpl-no-quota', fix: 'request a higher quota in Service Quotas for what AWS names, or delete what nothing uses' },
  { when: /parameters? in SSM|Unable to fetch parameters|SecretsManager can't find|Could not resolve .*(?:dynamic reference|resolve:)|Could not find a value associated with JSONKey/i, fix: 'create the parameter or secret that the template refers to in this account and region, or correct its name' },
];

/** Names that are taken. */
export const TAKEN: Refusal = { when: /already exists|AlreadyExists|found existing resource|creation of service was not idempotent|create service is not idempotent|name .*(?:is )?already (?:in use|taken)/i, fix: 'choose another name, import what has that name into the stack, or delete it: there is one already' };
