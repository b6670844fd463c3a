import type { LiveCase } from '../fixtures/live-case';
import { withEvent } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a target group that was deleted',
    caught: true,
    account: withEvent('task set (ecs-svc/823) (task 9d85800c) is not healthy in target-group (arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api/73e2d6bc24d8a067) due to TARGET GROUP IS NOT FOUND.'),
  },
  {
    name: 'a target group that exists',
    caught: false,
    account: withEvent('registered 1 targets in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api/73e2d6bc24d8a067)'),
  },
];
