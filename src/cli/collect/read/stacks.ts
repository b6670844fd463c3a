import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveStack } from '../account';
import { CallFailed, fact } from '../call-failed';
import { CALLS } from '../calls';
import { reaches, unique, type Context, type ServiceReader } from '../context';
import { mapOf } from '../lists';
import type { Service, Stack } from '../shapes';
import { isSteady } from '../steady';

/** Stacks of steady services are read at depth `deep`, up to this number: CloudFormation describes one in a call. */
const FEW_STACKS = 20;

/** Statuses after which an operation left nothing to report. */
const DONE = /^(?:CREATE|UPDATE|IMPORT|DELETE)_COMPLETE$|_COMPLETE_CLEANUP_IN_PROGRESS$/;

/** The CloudFormation stacks that services are part of, with the events of those that are under way or have failed. */
export function readStacks(context: Context): ServiceReader<LiveStack | undefined> {
  return async (services) => {
    const all = unique(services.map(stackIdOf));
    const moving = unique(services.filter((service) => !isSteady(service)).map(stackIdOf));
    const stacks = await mapOf(reaches(context.depth, 'deep') && all.length <= FEW_STACKS ? all : moving, (id) => readStack(context, id));
    return (service) => stacks.get(stackIdOf(service) ?? '');
  };
}

/** CloudFormation puts the tag on each resource of a stack. */
function stackIdOf({ tags = [] }: Service): string | undefined {
  return tags.find(({ key }) => key === 'aws:cloudformation:stack-id')?.value;
}

function readStack({ aws }: Context, StackName: string): Promise<Fact<LiveStack | undefined>> {
  return fact(async () => {
    const stack = await orNoStack(async () => (await aws.send(CALLS.describeStacks, { StackName })).Stacks?.[0]);
    if (!stack) return undefined;
    if (DONE.test(stack.StackStatus ?? '')) return { stack, events: [] };
    // The newest page has what is under way; the operations before it are of no use.
    const events = await fact(async () => (await aws.send(CALLS.describeStackEvents, { StackName })).StackEvents ?? []);
    return { stack, events: events instanceof Unknown ? events : [...events] };
  });
}

/** A stack that was deleted while the service was retained is answered with a validation error. */
async function orNoStack(read: () => Promise<Stack | undefined>): Promise<Stack | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CallFailed && /does not exist/i.test(error.message)) return undefined;
    throw error;
  }
}
