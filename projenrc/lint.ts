import type { awscdk } from 'projen';
export function setUpLint(_project: awscdk.AwsCdkConstructLibrary) {}
