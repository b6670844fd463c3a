import { Unknown, type Fact } from '../../../facts/fact';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context, type ServiceReader } from '../context';
import { mapOf } from '../lists';
import type { Service, TaskDefinition } from '../shapes';

/** The task definition that each service is to run, each revision once. */
export function readTaskDefinitions(context: Context): ServiceReader<TaskDefinition> {
  return async (services) => {
    const arns = unique(services.map(revisionOf));
    let read = 0;
    const definitions = await mapOf(arns, async (arn) => {
      const definition = await readTaskDefinition(context, arn);
      context.say(`${++read} of ${arns.length} task definitions`);
      return definition;
    });
    return (service) => definitions.get(revisionOf(service) ?? '') ?? new Unknown('the service names no task definition');
  };
}

/** With CodeDeploy or another controller a service has task sets instead. */
function revisionOf({ taskDefinition, taskSets = [] }: Service): string | undefined {
  return taskDefinition ?? taskSets.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
}

/** One revision; `Unknown` if it is deleted. */
export async function readTaskDefinition({ aws, cache }: Pick<Context, 'aws' | 'cache'>, arn: string): Promise<Fact<TaskDefinition>> {
  const kept = await cache?.get(arn);
  if (kept) return kept;
  return fact(async () => {
    const answer = await orMissing(() => aws.send(CALLS.describeTaskDefinition, { taskDefinition: arn }));
    if (!answer?.taskDefinition) return new Unknown(`${arn} is deleted`);
    await cache?.put(arn, answer.taskDefinition);
    return answer.taskDefinition;
  });
}
