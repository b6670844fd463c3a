import type { awscdk } from 'projen';
export function setUpTests(_project: awscdk.AwsCdkConstructLibrary, _lowest: string) {}
