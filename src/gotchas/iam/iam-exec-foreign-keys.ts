import { known, whereKnown, type Fact } from '../../facts/fact';
import { KEY_VARIABLES_OF_AGENT } from '../../facts/sdk-variables';
import { all, defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

interface Named {
  readonly name: Fact<string>;
}

export const iamExecForeignKeys = defineGotcha({
  id: 'iam-exec-foreign-keys',
  title: 'ECS Exec is on, and the container has access keys in its environment',
  consequence: 'misbehaves',
  symptom: '`TargetNotConnectedException` from `aws ecs execute-command`, although the task role has all permissions.',
  why: 'The agent of ECS Exec starts in the container and reads its environment. Access keys there have precedence over the task role, so that it opens the channels as their user.',
  rule: 'With ECS Exec on, no container has `AWS_ACCESS_KEY_ID`, `AWS_ACCESS_KEY` or `AWS_SECRET_ACCESS_KEY` in its environment or its secrets.',
  fix: 'remove the access keys and let the application use the task role, or pass them under other names',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-troubleshooting',
  levels: ['synth', 'live'],
  subject: 'service',
  needs: ['executeCommand', 'task'],
  check: ({ executeCommand, task }) => !executeCommand ? [] : each(known(task.containers), (container) => {
    const found = (place: 'environment' | 'secrets') => {
      const keys = whereKnown<Named>(known(container[place]), ({ name }) => KEY_VARIABLES_OF_AGENT.includes(known(name)));
      const names = keys.map(({ name }) => known(name));
      return names.length === 0 ? []
        : [{ property: ofContainer(container, place), detail: `${place} (${names.join(', ')}) has precedence over the task role, with which ECS Exec opens its channels` }];
    };
    return all(() => found('environment'), () => found('secrets'));
  }),
});
