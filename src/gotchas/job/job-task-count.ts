import { defineGotcha } from '../definition';

const MOST = 10;

export const jobTaskCount = defineGotcha({
  id: 'job-task-count',
  title: 'A launch of more tasks than one call of RunTask starts',
  consequence: 'never-works',
  symptom: '`ValidationException` about `taskCount` when a schedule is created, or `InvalidParameterException` about the count in a failed state. No task starts.',
  why: `One call of RunTask starts at most ${MOST} tasks, and refuses a higher count as a whole. A rule, a schedule, a pipe and a state make one call each time.`,
  rule: `The number of tasks that a rule, a schedule, a pipe or a state starts at once is at most ${MOST}. Above it, rules and pipes are a warning: AWS states no limit of their own.`,
  fix: `start ${MOST} tasks or fewer, and use several targets or a Map state for more`,
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  levels: ['synth'],
  designedOut: `\`OneOffTask\` refuses a \`taskCount\` above ${MOST}.`,
  subject: 'taskLaunch',
  needs: ['launcher', 'taskCount'],
  check: ({ launcher, taskCount }) => taskCount === undefined || taskCount <= MOST ? [] : [{
    property: 'taskCount',
    consequence: launcher === 'rule' || launcher === 'pipe' ? 'misbehaves' : undefined,
    detail: `taskCount (${taskCount}) is more than the ${MOST} tasks that RunTask starts at once`,
  }],
});
