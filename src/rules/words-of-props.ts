/** Properties of facts that have another name in the AWS CDK. */
const NAMES_IN_CDK: ReadonlyMap<string, string> = new Map([['subnets', 'vpcSubnets'], ['memory', 'memoryLimitMiB']]);
const NAMES_IN_OWN_CONSTRUCTS: ReadonlyMap<string, string> = new Map([['subnets', 'vpcSubnets'], ['memory', 'size.memoryMiB'], ['cpu', 'size.cpu']]);

/** The detail of a finding, with the names of properties that the user of a construct knows. */
export function inWordsOfProps(detail: string, { ofLibrary }: { readonly ofLibrary: boolean }): string {
  const names = ofLibrary ? NAMES_IN_OWN_CONSTRUCTS : NAMES_IN_CDK;
  return detail.replace(/(^|\band )(subnets|memory|cpu)(?= \()/g, (_, before: string, name: string) => before + (names.get(name) ?? name));
}
