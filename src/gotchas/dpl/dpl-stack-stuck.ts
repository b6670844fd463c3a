import { defineLiveGotcha } from '../definition';

export const dplStackStuck = defineLiveGotcha({
  id: 'dpl-stack-stuck',
  title: 'A CloudFormation stack that no update can leave',
  consequence: 'rejected',
  symptom: 'The stack is in `UPDATE_ROLLBACK_FAILED`, `ROLLBACK_FAILED` or `DELETE_FAILED`: `Stack is in UPDATE_ROLLBACK_FAILED state and can not be updated.`',
  why: 'Where a rollback or a deletion fails, CloudFormation stops and refuses the next update: the service stays as it is, half changed.',
  rule: 'The stack of a service has ended its last operation, or its rollback.',
  fix: 'repair what the failed resource names, and continue the rollback or the deletion',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  causalRank: 'none',
});
