import { certificatesReader } from './certificates';
import { readListeners } from './listeners';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveTargetGroup } from '../account';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { reaches, unique, type Context, type ServiceReader } from '../context';
import { describe, someOf } from '../describe';
import { mapOf } from '../lists';
import type { ElbLoadBalancer, Service, TargetGroup } from '../shapes';
import { isSteady } from '../steady';

/** ELB answers for one target group a call, ten times a second: above this many, those of steady services are read at a greater depth only. */
const MANY_TARGET_GROUPS = 100;

/** The target groups of each service, with what stands before them. */
export function readTargetGroups(context: Context): ServiceReader<readonly LiveTargetGroup[]> {
  const { aws } = context;
  return async (services) => {
    const arns = unique(services.flatMap(targetGroupArns));
    const groups = await describe(aws, {
      call: CALLS.describeTargetGroups,
      ids: arns,
      read: async (TargetGroupArns) => {
        const answer = await aws.send(CALLS.describeTargetGroups, { TargetGroupArns: [...TargetGroupArns] });
        return { items: answer.TargetGroups ?? [] };
      },
      idOf: ({ TargetGroupArn }) => TargetGroupArn,
    });
    const asked = closely(context, services, arns);
    const own = arns.filter((arn) => groups.found.has(arn));
    // Load balancers first: rules have to wait for their listeners.
    const [balancers, attributes, health] = await Promise.all([
      readLoadBalancers(context, unique([...groups.found.values()].flatMap(({ LoadBalancerArns }) => LoadBalancerArns ?? []))),
      mapOf(own, (arn) => asked(arn, () => readAttributes(context, arn))),
      mapOf(own, (arn) => asked(arn, () => readHealth(context, arn))),
    ]);
    const live = (targetGroup: TargetGroup): LiveTargetGroup => ({
      targetGroup,
      attributes: attributes.get(targetGroup.TargetGroupArn!)!,
      health: health.get(targetGroup.TargetGroupArn!)!,
      ...balancers(targetGroup.LoadBalancerArns ?? []),
    });
    return (service) => {
      const found = someOf(groups, targetGroupArns(service));
      return found instanceof Unknown ? found : found.map(live);
    };
  };
}

/** Every target group that tasks may be registered in, those of the other colour too. */
export function targetGroupArns({ loadBalancers = [], taskSets = [] }: Service): string[] {
  const all = [...loadBalancers, ...taskSets.flatMap((set) => set.loadBalancers ?? [])];
  return unique(all.flatMap((balancer) => [balancer.targetGroupArn, balancer.advancedConfiguration?.alternateTargetGroupArn]));
}

export function readHealth({ aws }: Pick<Context, 'aws'>, TargetGroupArn: string) {
  return fact(async () => (await aws.send(CALLS.describeTargetHealth, { TargetGroupArn })).TargetHealthDescriptions ?? []);
}

/** Makes the calls for single target groups where the time for them is well spent. */
function closely(context: Context, services: readonly Service[], arns: readonly string[]) {
  const all = arns.length <= MANY_TARGET_GROUPS || reaches(context.depth, 'deep');
  const moving = all ? undefined : new Set(services.filter((service) => !isSteady(service)).flatMap(targetGroupArns));
  const skipped = new Unknown(`the service is steady, and there are ${arns.length} target groups: name it with --service, or use --depth deep`);
  let read = 0;
  return async <T>(arn: string, ask: () => Promise<Fact<T>>): Promise<Fact<T>> => {
    if (moving && !moving.has(arn)) return skipped;
    const answer = await ask();
    context.say(`${++read} of ${2 * (moving?.size ?? arns.length)} answers about target groups`);
    return answer;
  };
}

function readAttributes({ aws }: Context, TargetGroupArn: string): Promise<Fact<Readonly<Record<string, string>>>> {
  return fact(async () => {
    const { Attributes = [] } = await aws.send(CALLS.describeTargetGroupAttributes, { TargetGroupArn });
    return Object.fromEntries(Attributes.map(({ Key, Value }) => [Key!, Value ?? '']));
  });
}

async function readLoadBalancers(context: Context, arns: readonly string[]) {
  const { aws } = context;
  const certificatesOf = certificatesReader(context);
  const [listeners, balancers] = await Promise.all([
    mapOf(arns, (arn) => readListeners(context, arn, certificatesOf)),
    describe<object, object, ElbLoadBalancer>(aws, {
      call: CALLS.describeLoadBalancers,
      ids: arns,
      read: async (LoadBalancerArns) => {
        const answer = await aws.send(CALLS.describeLoadBalancers, { LoadBalancerArns: [...LoadBalancerArns] });
        return { items: answer.LoadBalancers ?? [] };
      },
      idOf: ({ LoadBalancerArn }) => LoadBalancerArn,
    }),
  ]);
  return (ids: readonly string[]): Pick<LiveTargetGroup, 'loadBalancers' | 'listeners'> => {
    const unread = ids.map((id) => listeners.get(id)).find((list) => list instanceof Unknown);
    return {
      loadBalancers: someOf(balancers, ids),
      listeners: unread ?? ids.flatMap((id) => listeners.get(id) as Exclude<Fact<LiveListeners>, Unknown>),
    };
  };
}

type LiveListeners = Extract<LiveTargetGroup['listeners'], readonly unknown[]>;
