import { defineLiveGotcha } from '../definition';

export const costCrashLoop = defineLiveGotcha({
  id: 'cost-crash-loop',
  title: 'Tasks start, run and die, over and over',
  consequence: 'misbehaves',
  symptom: 'The count of running tasks goes up and down, and the bill has many short tasks.',
  why: 'ECS slows down only for tasks that never reached RUNNING. A task that ran is replaced at once, and Fargate bills each task from its image pull on, for a minute at least.',
  rule: 'At most three tasks of a service that had been running stop for a fault within an hour.',
  fix: 'repair what makes the tasks stop; until then, set desiredCount to 0',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html',
  causalRank: 'count',
});
