import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The file of the validator that the aws-cdk-lib of a folder brings. */
export function findValidator(cwd: string): string | undefined {
  try {
    const library = createRequire(join(cwd, 'package.json')).resolve('aws-cdk-lib/package.json');
    return createRequire(library).resolve('@aws/cloudformation-validate');
  } catch {
    return undefined;
  }
}
