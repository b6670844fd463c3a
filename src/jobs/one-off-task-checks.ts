import type { OneOffTaskProps } from './one-off-task-props';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-tasks.html';
const ON_FARGATE = ['size', 'capacity', 'runtimePlatform', 'platformVersion', 'ephemeralStorageGiB', 'assignPublicIp'] as const;

/** Throws for properties of Fargate on instances, and the other way round. */
export function checkCompute(at: string, props: OneOffTaskProps): void {
  const [property] = props.ec2Capacity
    ? ON_FARGATE.filter((name) => props[name] !== undefined)
    : (['networkMode'] as const).filter((name) => props[name] !== undefined);
  if (!property) return;
  refuse({
    headline: props.ec2Capacity ? `${property} is set beside ec2Capacity, and is for tasks on Fargate` : 'networkMode is set without ec2Capacity, and is for tasks on instances',
    at,
    property,
    fix: props.ec2Capacity ? `leave out ${property}, or leave out ec2Capacity` : 'leave out networkMode, or set ec2Capacity',
    docs: DOCS,
  });
}
