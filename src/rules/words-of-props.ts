import type { IConstruct } from 'constructs';
import { isOwn } from './self-check';

/** Properties of facts that have another name in the AWS CDK. */
const NAMES_IN_CDK: ReadonlyMap<string, string> = new Map([['subnets', 'vpcSubnets'], ['memory', 'memoryLimitMiB']]);
const NAMES_IN_OWN_CONSTRUCTS: ReadonlyMap<string, string> = new Map([['subnets', 'vpcSubnets'], ['memory', 'size.memoryMiB'], ['cpu', 'size.cpu']]);

/** The detail of a finding, with the names of properties that the user of a construct knows. */
export function inWordsOfProps(detail: string, app: IConstruct, path: string | undefined): string {
  const names = path !== undefined && isOwn(app, path) ? NAMES_IN_OWN_CONSTRUCTS : NAMES_IN_CDK;
  return detail.replace(/(^|\band )(subnets|memory|cpu)(?= \()/g, (_, before: string, name: string) => before + (names.get(name) ?? name));
}
