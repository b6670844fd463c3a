import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { BUILD, type Language, ROOT, copyPrograms } from './language';
import { unpacked } from '../../compiled/unpacked';

const HOME = join(BUILD, 'typescript');

/** The package as npm ships it, beside the lowest aws-cdk-lib. */
export const typescript: Language = {
  name: 'TypeScript',
  prepare() {
    rmSync(HOME, { recursive: true, force: true });
    const modules = join(HOME, 'node_modules');
    mkdirSync(modules, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules/aws-cdk-lib-lowest'), join(modules, 'aws-cdk-lib'), 'junction');
    symlinkSync(join(ROOT, 'node_modules/constructs'), join(modules, 'constructs'), 'junction');
    const shipped = unpacked();
    cpSync(shipped, join(modules, 'cdk-ecs-guardrails'), { recursive: true });
    rmSync(shipped, { recursive: true });
    copyPrograms('typescript', HOME);
  },
  command: (app) => [join(ROOT, 'node_modules/.bin/tsx'), join(HOME, app, 'app.ts')],
};
