import type { LiveCase } from '../fixtures/live-case';
import { withStopReason } from '../fixtures/recorded/faults';

const denied = (reason: string): string =>
  'CannotPullContainerError: denied: User: arn:aws:sts::111122223333:assumed-role/web/0f9de17a64 is not authorized to perform: ecr:BatchGetImage '
  + `on resource: arn:aws:ecr:eu-west-1:111122223333:repository/web ${reason}`;

export const cases: readonly LiveCase[] = [
  {
    name: 'a service control policy that denies a pull',
    caught: true,
    account: withStopReason(denied('with an explicit deny in a service control policy')),
  },
  {
    name: 'a role that does not allow it',
    caught: false,
    account: withStopReason(denied('because no identity-based policy allows the ecr:BatchGetImage action')),
  },
];
