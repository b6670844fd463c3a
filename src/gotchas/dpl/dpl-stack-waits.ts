import { defineLiveGotcha } from '../definition';

export const dplStackWaits = defineLiveGotcha({
  id: 'dpl-stack-waits',
  title: 'A CloudFormation stack that waits for a service, or rolls it back',
  consequence: 'misbehaves',
  symptom: 'The stack stays in `UPDATE_IN_PROGRESS` or `UPDATE_ROLLBACK_IN_PROGRESS`, and the service is not steady.',
  why: 'CloudFormation waits until the service is steady, for up to three hours. It then rolls the stack back, and waits for the service again.',
  rule: 'A service whose stack is in progress is steady within 10 minutes, and no resource of the stack has failed.',
  fix: 'repair what keeps the service from its steady state; or end the update with aws cloudformation cancel-update-stack, which rolls it back',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  causalRank: 'none',
});
