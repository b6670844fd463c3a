type Words = ReadonlyArray<readonly [RegExp, string]>;

/** Names of facts at the start of a detail, and those of the props of the AWS CDK for the same. */
const IN_CDK: Words = [
  [/(^|\band )subnets(?= \()/g, '$1vpcSubnets'],
  [/(^|\band )memory(?= \()/g, '$1memoryLimitMiB'],
];

const IN_OWN_CONSTRUCTS: Words = [
  [/(^|\band )subnets(?= \()/g, '$1vpcSubnets'],
  [/(^|\band )memory(?= \()/g, '$1size.memoryMiB'],
  [/(^|\band |\bwith )cpu(?= \()/g, '$1size.cpu'],
  [/^memoryLimitMiB(?= \(\d+\) is not available)/g, 'size.memoryMiB'],
  [/\buse cpu (\d+) with memoryLimitMiB (\d+)/g, 'use FargateSize.of($1, $2)'],
  [/\bset cpu to\b/g, 'set size.cpu to'],
];

/** The detail or the fix of a finding, with the names of properties that the user of a construct knows. */
export function inWordsOfProps(text: string, { ofLibrary }: { readonly ofLibrary: boolean }): string {
  return (ofLibrary ? IN_OWN_CONSTRUCTS : IN_CDK).reduce((words, [word, prop]) => words.replace(word, prop), text);
}
